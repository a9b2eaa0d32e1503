import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { meContract } from "../../../functions/domain/accounts/contracts.ts";
import type { callOutcomes } from "../../../functions/domain/calls/contracts.ts";
import {
  getCallContract,
  listCallbacksContract,
  listCallsContract,
  listVoicemailsContract,
} from "../../../functions/domain/calls/contracts.ts";
import { getCatalogueContract } from "../../../functions/domain/catalogue/contracts.ts";
import {
  getMerchantContract,
  listKeysContract,
  onboardingContract,
} from "../../../functions/domain/merchants/contracts.ts";
import { listNumbersContract } from "../../../functions/domain/numbers/contracts.ts";
import {
  listDeadLettersContract,
  publicConfigContract,
} from "../../../functions/domain/operations/contracts.ts";
import {
  getOrderContract,
  listOrdersContract,
  type OrderStatus,
} from "../../../functions/domain/orders/contracts.ts";
import { paymentsStatusContract } from "../../../functions/domain/payments/contracts.ts";
import { call } from "./api.ts";
import { keys } from "./keys.ts";

export type CallOutcome = (typeof callOutcomes)[number];
export type DeadLetterStatus = "open" | "retried" | "discarded";

/** Lists the live page counts from hold this many; the API gives no more at once. */
export const LIVE_LIMIT = 100;

export const meQuery = () =>
  queryOptions({ queryKey: keys.me, queryFn: ({ signal }) => call(meContract, {}, { signal }) });

export const configQuery = () =>
  queryOptions({
    queryKey: keys.config,
    queryFn: ({ signal }) => call(publicConfigContract, {}, { signal }),
    staleTime: 600_000,
  });

export const merchantQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.merchant, id],
    queryFn: ({ signal }) => call(getMerchantContract, { params: { id } }, { signal }),
  });

export const onboardingQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.onboarding, id],
    queryFn: ({ signal }) => call(onboardingContract, { params: { id } }, { signal }),
  });

export const catalogueQuery = (merchant: string) =>
  queryOptions({
    queryKey: [...keys.catalogue, merchant],
    queryFn: ({ signal }) => call(getCatalogueContract, {}, { signal }),
  });

export const numbersQuery = (merchant: string) =>
  queryOptions({
    queryKey: [...keys.numbers, merchant],
    queryFn: ({ signal }) => call(listNumbersContract, {}, { signal }),
  });

export const paymentsQuery = (merchant: string) =>
  queryOptions({
    queryKey: [...keys.payments, merchant],
    queryFn: ({ signal }) => call(paymentsStatusContract, {}, { signal }),
  });

export const apiKeysQuery = (merchant: string) =>
  queryOptions({
    queryKey: [...keys.apiKeys, merchant],
    queryFn: ({ signal }) => call(listKeysContract, {}, { signal }),
  });

export const liveOrdersQuery = (merchant: string) =>
  queryOptions({
    queryKey: [...keys.orders, merchant, "live"],
    queryFn: ({ signal }) => call(listOrdersContract, { query: { limit: LIVE_LIMIT } }, { signal }),
  });

export const liveCallsQuery = (merchant: string) =>
  queryOptions({
    queryKey: [...keys.calls, merchant, "live"],
    queryFn: ({ signal }) => call(listCallsContract, { query: { limit: LIVE_LIMIT } }, { signal }),
  });

export const openCallbacksQuery = (merchant: string) =>
  queryOptions({
    queryKey: [...keys.callbacks, merchant, "open"],
    queryFn: ({ signal }) =>
      call(listCallbacksContract, { query: { status: "open", limit: 100 } }, { signal }),
  });

export const voicemailsQuery = (merchant: string) =>
  queryOptions({
    queryKey: [...keys.voicemails, merchant],
    queryFn: ({ signal }) => call(listVoicemailsContract, { query: { limit: 100 } }, { signal }),
  });

export const orderQuery = (merchant: string, id: string) =>
  queryOptions({
    queryKey: [...keys.order, merchant, id],
    queryFn: ({ signal }) => call(getOrderContract, { params: { id } }, { signal }),
  });

export const callQuery = (merchant: string, id: string) =>
  queryOptions({
    queryKey: [...keys.call, merchant, id],
    queryFn: ({ signal }) => call(getCallContract, { params: { id } }, { signal }),
  });

const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor ?? undefined,
};

export const ordersQuery = (merchant: string, status: OrderStatus | undefined) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: [...keys.orders, merchant, "list", status ?? "all"],
    queryFn: ({ pageParam, signal }) =>
      call(listOrdersContract, { query: { status, cursor: pageParam } }, { signal }),
  });

export const callsQuery = (merchant: string, outcome: CallOutcome | undefined) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: [...keys.calls, merchant, "list", outcome ?? "all"],
    queryFn: ({ pageParam, signal }) =>
      call(listCallsContract, { query: { outcome, cursor: pageParam } }, { signal }),
  });

export const deadLettersQuery = (status: DeadLetterStatus | undefined) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: [...keys.deadLetters, status ?? "all"],
    queryFn: ({ pageParam, signal }) =>
      call(listDeadLettersContract, { query: { status, cursor: pageParam } }, { signal }),
  });

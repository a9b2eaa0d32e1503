import { expect } from "vitest";
import * as calls from "../../../../functions/domain/calls/contracts.ts";
import { listMessagesContract } from "../../../../functions/domain/messages/contracts.ts";
import * as orders from "../../../../functions/domain/orders/contracts.ts";
import * as payments from "../../../../functions/domain/payments/contracts.ts";
import type { ApiRouteCase } from "../../../harness/suites/route-bench.ts";
import * as some from "../../../harness/suites/samples.ts";
import { connectStripe } from "../../../harness/suites/shop.ts";
import { anOnboardingReturn, aRecording } from "../../support/providers.ts";
import { badId, badPages, foreignCursor, foreignQuery, idOf, listOf, nothing, wrong } from "./parts.ts";

export const telephony: ApiRouteCase[] = [
  listOf(calls.listCallsContract, (shop, world) => some.aCall(world, shop, 1)),
  {
    contract: calls.getCallContract,
    async arrange(shop, world) {
      return { params: { id: (await some.aVoicemail(world, shop)).call } };
    },
    bad: [badId],
  },
  listOf(calls.listCallbacksContract, (shop, world) => some.aCallback(world, shop)),
  {
    contract: calls.updateCallbackContract,
    arrange: async (shop, world) => ({
      params: await idOf(some.aCallback(world, shop)),
      body: { status: "done" },
    }),
    bad: [...wrong({}, { status: "maybe" }), badId],
  },
  listOf(calls.listVoicemailsContract, (shop, world) => some.aVoicemail(world, shop)),
  {
    contract: calls.updateVoicemailContract,
    arrange: async (shop, world) => ({
      params: await idOf(some.aVoicemail(world, shop)),
      body: { status: "heard" },
    }),
    bad: [...wrong({}, { status: 1 }), badId],
  },
  {
    contract: calls.voicemailAudioContract,
    arrange: async (shop, world) => ({
      params: await idOf(some.aVoicemail(world, shop, await aRecording(world))),
    }),
    bad: [badId],
    async answers(response) {
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("audio/mpeg");
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
    },
  },
  {
    ...listOf(listMessagesContract, (shop, world) => some.aMessage(world, shop)),
    foreign: {
      cursor: foreignCursor,
      orderId: foreignQuery("orderId", some.anOrder),
      callId: foreignQuery("callId", some.aCall),
    },
  },
];

const withOrder =
  (status: string, body: unknown = {}): ApiRouteCase["arrange"] =>
  async (shop, world) => ({
    params: await idOf(some.anOrder(world, shop, status)),
    body,
  });

export const order: ApiRouteCase[] = [
  {
    ...listOf(orders.listOrdersContract, (shop, world) => some.anOrder(world, shop)),
    bad: [...badPages, { field: "status", parts: { query: { status: "lost" } } }],
  },
  { contract: orders.getOrderContract, arrange: withOrder("paid"), bad: [badId] },
  {
    contract: orders.refundOrderContract,
    arrange: withOrder("paid", { amountCents: 300, reason: "cold" }),
    bad: [
      ...wrong({}, { amountCents: 0, reason: "x".repeat(301) }),
      ...wrong({}, { amountCents: 1151 }),
      badId,
    ],
  },
  {
    contract: orders.cancelOrderContract,
    arrange: withOrder("awaiting_payment", { reason: "closed" }),
    bad: [...wrong({}, { reason: 7 }), badId],
  },
  { contract: orders.fulfilOrderContract, arrange: withOrder("paid"), bad: [badId] },
  { contract: orders.resendLinkContract, arrange: withOrder("awaiting_payment"), bad: [badId] },
];

const redirect = (to: RegExp) => async (response: Response) => {
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toMatch(to);
};

export const money: ApiRouteCase[] = [
  {
    contract: payments.paymentsConnectContract,
    async arrange(shop, world) {
      await connectStripe(world, shop);
      return { body: { provider: "stripe" } };
    },
    bad: wrong({}, { provider: "paypal" }),
  },
  { contract: payments.paymentsStatusContract, arrange: nothing },
  {
    contract: payments.paymentsReturnContract,
    arrange: (shop, world) => anOnboardingReturn(world, shop),
    answers: redirect(/\/onboarding\/payments\?stripe=returned$/),
  },
  {
    contract: payments.paymentsRefreshContract,
    arrange: (shop, world) => anOnboardingReturn(world, shop),
    answers: redirect(/\/_sandbox\/connect\//),
  },
];

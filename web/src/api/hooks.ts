import { useSuspenseQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { Role } from "../../../functions/platform/contract.ts";
import type { Zone } from "../format/time.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { merchantChoice } from "./api.ts";
import { meQuery, merchantQuery } from "./queries.ts";

/** The signed-in person; the routes make sure it is loaded before a page is drawn. */
export const useMe = () => useSuspenseQuery(meQuery()).data;

/** The chosen merchant's id, or null before the first one exists. */
export const useChosenMerchantId = (): string | null =>
  useSyncExternalStore(merchantChoice.subscribe, merchantChoice.get);

/** @throws when used outside the pages that have a merchant. */
export function useMerchantId(): string {
  const id = useChosenMerchantId();
  if (!id) throw new Error("this page needs a merchant");
  return id;
}

export const useMerchant = () => useSuspenseQuery(merchantQuery(useMerchantId())).data;

export function useRole(): Role {
  const id = useMerchantId();
  return useMe().memberships.find(({ merchantId }) => merchantId === id)?.role ?? "staff";
}

/** Owners and admins may change set-up and money; staff may look, hand over and call back. */
export const useCanManage = (): boolean => useRole() !== "staff";

/** The merchant's time zone with the language on the screen: how every moment is shown. */
export function useZone(): Zone {
  const { timeZone } = useMerchant();
  return { locale: useLocale(), timeZone };
}

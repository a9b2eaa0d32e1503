import { useQuery } from "@tanstack/react-query";
import { useMerchantId } from "../../api/hooks.ts";
import { openCallbacksQuery, voicemailsQuery } from "../../api/queries.ts";

/** Who waits for the merchant: open call-backs and voicemails nobody has heard. */
export function useTodo() {
  const merchantId = useMerchantId();
  const callbacks = useQuery(openCallbacksQuery(merchantId));
  const voicemails = useQuery(voicemailsQuery(merchantId));
  const open = callbacks.data?.items ?? [];
  const unheard = (voicemails.data?.items ?? []).filter(({ status }) => status === "new");
  return {
    callbacks: open,
    voicemails: unheard,
    count: open.length + unheard.length,
    isLoading: callbacks.isPending || voicemails.isPending,
    error: callbacks.data && voicemails.data ? null : (callbacks.error ?? voicemails.error),
    retry: () => void Promise.all([callbacks.refetch(), voicemails.refetch()]),
  };
}

import { merchantDatabase } from "../../platform/database.ts";
import { type Env, readEnv } from "../../platform/env.ts";
import { lazy } from "../../platform/lazy.ts";
import { type ServiceDatabase, serviceDatabase } from "../../platform/service-role.ts";
import { webhook } from "../../platform/webhook.ts";
import { toPaymentEvent } from "../../providers/stripe/translate.ts";
import { createStripeVerifier, type StripeVerifier } from "../../providers/stripe/verify.ts";
import { paymentStore } from "../../store/payments.ts";
import { dispatcherFor } from "../../wiring/dispatch.ts";
import { stripeSettings } from "../../wiring/stripe-settings.ts";

type StripeDeps = {
  verify: StripeVerifier;
  service: (requestId: string) => Pick<ServiceDatabase, "resolveAccount" | "recordInbox">;
  payments: (merchantId: string, requestId: string) => Promise<ReturnType<typeof paymentStore>>;
  dispatch: (requestId: string) => ReturnType<typeof dispatcherFor>["dispatch"];
};

/** Stripe tells what happened to money or to a merchant's account there. */
export const createStripeWebhook = (resolve: () => StripeDeps) =>
  webhook("stripe", resolve, async ({ verify, service, payments, dispatch }, request) => {
    const { event } = await verify(request.rawBody, request.header("stripe-signature"));
    const change = toPaymentEvent(event);
    if (!change) return { outcome: "ignored" };

    const { resolveAccount, recordInbox } = service(request.requestId);
    const owner = await resolveAccount(change.provider, change.accountId);
    if (!owner) {
      const { provider, eventId, kind } = change;
      await recordInbox({ provider, eventId, kind, merchantId: null, outcome: "unknown_account" });
      return { outcome: "unknown_account" };
    }
    const { outcome, events } = await (await payments(owner.merchantId, request.requestId)).checkout.apply(
      change,
    );
    await dispatch(request.requestId)(events);
    return { outcome };
  });

const depsFrom = (env: Env): StripeDeps => ({
  verify: createStripeVerifier(stripeSettings(env)),
  service: (requestId) => serviceDatabase(env, requestId),
  payments: async (merchantId, requestId) =>
    paymentStore(await merchantDatabase(env, merchantId, "webhook:stripe", requestId), merchantId),
  dispatch: (requestId) => dispatcherFor(env, requestId).dispatch,
});

export default createStripeWebhook(lazy(() => depsFrom(readEnv())));

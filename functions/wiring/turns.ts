import { takeTurn } from "../domain/calls/take-turn.ts";
import { apology } from "../domain/calls/voice.ts";
import type { DialogueInput } from "../domain/conversation/dialogue/types.ts";
import type { Env } from "../platform/env.ts";
import { type WebhookRequest, webhook } from "../platform/webhook.ts";
import type { TwilioParams } from "../providers/twilio/verify.ts";
import { callPlace } from "./call-place.ts";
import { callsFor } from "./calls.ts";
import { dispatcherFor } from "./dispatch.ts";
import { twilioSpeech, twilioTrust } from "./telephony.ts";

export type TurnDeps = {
  trust: ReturnType<typeof twilioTrust>;
  say: ReturnType<typeof twilioSpeech>;
  calls: (merchantId: string, requestId: string) => ReturnType<typeof callsFor>;
  dispatch: (requestId: string) => ReturnType<typeof dispatcherFor>["dispatch"];
};

/** What the caller did, read from a trusted request. */
export type TurnInput = { callSid: string; input: DialogueInput };

/** The two webhooks that take turns, the menu's and the conversation's, differ only in what they read. */
export const turnWebhook = (
  name: string,
  resolve: () => TurnDeps,
  read: (params: TwilioParams, request: WebhookRequest) => TurnInput,
) =>
  webhook(name, resolve, async ({ trust, say, calls, dispatch }, request) => {
    const { callSid, input } = read(await trust(request), request);
    const place = callPlace(request);
    const { turns } = await calls(place.merchantId, request.requestId);
    const taken = await takeTurn(turns, place, callSid, input);
    if (!taken) return say("unknown_call", apology);
    // The caller does not wait for the queue; what this cannot hand over, the relay will.
    request.waitUntil(dispatch(request.requestId)(taken.events));
    return say(taken.outcome, taken.reply);
  });

export const turnDepsFrom = (env: Env, name: string): TurnDeps => ({
  trust: twilioTrust(env),
  say: twilioSpeech(env),
  calls: (merchantId, requestId) => callsFor(env, merchantId, `webhook:${name}`, requestId),
  dispatch: (requestId) => dispatcherFor(env, requestId).dispatch,
});

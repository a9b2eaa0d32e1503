import { readEnv } from "../../../platform/env.ts";
import { lazy } from "../../../platform/lazy.ts";
import { toGatherResult } from "../../../providers/twilio/translate.ts";
import { gathered } from "../../../wiring/turn-input.ts";
import { type TurnDeps, turnDepsFrom, turnWebhook } from "../../../wiring/turns.ts";

/** The caller chose from the menu, by key or by voice: order, booking, a person, the other language. */
export const createIvrWebhook = (resolve: () => TurnDeps) =>
  turnWebhook("twilio-ivr", resolve, (params) => gathered(toGatherResult(params)));

export default createIvrWebhook(lazy(() => turnDepsFrom(readEnv(), "twilio-ivr")));

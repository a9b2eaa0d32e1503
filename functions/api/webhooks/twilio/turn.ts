import { readEnv } from "../../../platform/env.ts";
import { lazy } from "../../../platform/lazy.ts";
import { turnInput } from "../../../wiring/turn-input.ts";
import { type TurnDeps, turnDepsFrom, turnWebhook } from "../../../wiring/turns.ts";

/** The conversation goes on: something was said or keyed in, a recording ended, a transfer came back. */
export const createTurnWebhook = (resolve: () => TurnDeps) =>
  turnWebhook("twilio-turn", resolve, (params, request) => turnInput(params, request.query.get("k")));

export default createTurnWebhook(lazy(() => turnDepsFrom(readEnv(), "twilio-turn")));

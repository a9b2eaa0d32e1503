import type { Twilio } from "../../../sandbox/twilio/twilio.ts";
import type { CallScript } from "./scripts.ts";

/** What the caller took away from a call. */
export type PlayedCall = {
  sid: string;
  script: string;
  /** E.164, or null when hidden. */
  from: string | null;
  /** Everything heard, in one text. */
  heard: string;
  /** They were told that their order is taken and a link is on its way. */
  promisedOrder: boolean;
  errors: readonly string[];
};

const HIDDEN = "+266696687";
const PROMISES = [/texting you the link/i, /le lien pour payer/i];

/** Plays a call until it is over; who has nothing more to say hangs up. */
export async function playCall(
  { calls }: Pick<Twilio, "calls">,
  script: CallScript,
  from: string,
  to: string,
): Promise<PlayedCall> {
  const ringing = await calls.ring(script.hidden ? HIDDEN : from, to);
  if (!ringing) throw new Error(`Nobody has bought ${to}`);
  let view = ringing;
  const heard = [...view.heard];
  const errors = [...view.errors];
  for (const step of [...script.steps, { hangup: true }]) {
    if (view.expects === "nothing") break;
    const next = await calls.act(view.callSid, step);
    if (typeof next === "string") break;
    view = next;
    heard.push(...view.heard);
    errors.push(...view.errors);
  }
  const words = heard.join(" ");
  return {
    sid: view.callSid,
    script: script.name,
    from: script.hidden ? null : from,
    heard: words,
    promisedOrder: PROMISES.some((promise) => promise.test(words)),
    errors,
  };
}

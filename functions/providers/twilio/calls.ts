import * as z from "zod/mini";
import { seconds } from "./form.ts";
import { readAnswer, type TwilioRest } from "./rest.ts";
import { type CallStatus, callStatusOf } from "./translate-call.ts";

const call = z.object({ sid: z.string(), status: z.string(), duration: z.nullish(z.string()) });

/**
 * How a call stands at Twilio now, or null when it keeps no such call (any more).
 * https://www.twilio.com/docs/voice/api/call-resource
 */
export async function fetchCall(
  rest: TwilioRest,
  sid: string,
): Promise<{ status: CallStatus; durationSeconds: number | null } | null> {
  const response = await rest.get(`/Calls/${encodeURIComponent(sid)}.json`);
  if (response.status === 404) return null;
  const found = readAnswer(response, call);
  return { status: callStatusOf(found.status), durationSeconds: seconds(found.duration ?? undefined) };
}

import * as z from "zod/mini";
import { callerNumber, isoTime, seconds } from "./form.ts";
import { type Form, readAnswer, type TwilioRest } from "./rest.ts";
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

const listed = z.object({
  sid: z.string(),
  direction: z.string(),
  from: z.nullish(z.string()),
  to: z.string(),
  start_time: z.nullish(z.string()),
  end_time: z.nullish(z.string()),
});
const callPage = z.object({ calls: z.array(listed), next_page_uri: z.nullish(z.string()) });

/** `from` in E.164, or null when hidden; times are ISO 8601. */
export type EndedCall = { callSid: string; from: string | null; to: string; endedAt: string };

const PAGE_SIZE = 1_000;
const MOST_PAGES = 5;

/**
 * Calls from outside that began after `since` and are over, newest first, at most 5,000. Twilio promises its filter for
 * days only, so the hour is looked at here, and pages are read until one is older.
 * https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources
 */
export async function listEndedCalls(rest: TwilioRest, since: Date): Promise<EndedCall[]> {
  const found: EndedCall[] = [];
  let path: string | undefined = "/Calls.json";
  let query: Form = { "StartTime>": since.toISOString(), PageSize: PAGE_SIZE };
  for (let page = 0; path && page < MOST_PAGES; page++) {
    const answer: z.output<typeof callPage> = readAnswer(await rest.get(path, query), callPage);
    const { calls, next_page_uri: next } = answer;
    found.push(...calls.flatMap((one) => endedCall(one, since)));
    const oldest = calls.at(-1);
    path = oldest && beganAfter(oldest, since) ? next?.replace(/^.*(?=\/Calls\.json)/, "") : undefined;
    query = {}; // The next page's address says it all.
  }
  return found;
}

type Listed = z.output<typeof listed>;

function endedCall(call: Listed, since: Date): EndedCall[] {
  const endedAt = isoTime(call.end_time ?? undefined);
  if (!endedAt || call.direction !== "inbound" || !beganAfter(call, since)) return [];
  return [{ callSid: call.sid, from: callerNumber(call.from ?? undefined), to: call.to, endedAt }];
}

/** Twilio writes whole seconds. */
const beganAfter = ({ start_time: at }: Listed, since: Date): boolean =>
  Date.parse(at ?? "") >= Math.floor(since.getTime() / 1_000) * 1_000;

import { type Context, Hono } from "hono";
import type { Call, World } from "../books.ts";
import { parseVoice, TwimlError } from "../twiml/parse.ts";
import type { Exchange, LiveUpdate } from "../voice/exchange.ts";
import { durationOf } from "../voice/leg.ts";
import {
  accountPath,
  type Form,
  formOf,
  isWebhookUrl,
  notFound,
  pageOf,
  RestError,
  rfc2822,
  sidOf,
} from "./respond.ts";

/** `…/Calls`: list, fetch, and change a call that is going on. */
export function callsApi(world: World, exchange: Exchange): Hono {
  const app = new Hono();
  const find = (c: Context) => {
    const call = world.books.data.calls.find((one) => one.sid === sidOf(c));
    if (!call) throw notFound(c);
    return call;
  };
  app.get("/Calls.json", (c) =>
    pageOf(c, "calls", listed(world, c.req.query()), (call) => present(world, call)),
  );
  app.get("/Calls/:file", (c) => c.json(present(world, find(c))));
  app.post("/Calls/:file", async (c) => {
    const call = find(c);
    const update = updateOf(await formOf(c));
    if (!(await exchange.update(call.sid, update))) {
      throw new RestError(400, 21220, "Call is not in-progress. Cannot redirect.");
    }
    return c.json(present(world, call));
  });
  return app;
}

function updateOf(form: Form): LiveUpdate {
  const status = form.get("Status");
  if (status === "completed" || status === "canceled") return { status };
  if (status) throw new RestError(400, 21218, `Invalid Status: ${status}`);
  const twiml = form.get("Twiml");
  if (twiml) return { twiml: checked(twiml) };
  const url = form.get("Url");
  if (!url || !isWebhookUrl(url)) throw new RestError(400, 21205, `Url is not a valid URL: ${url ?? ""}`);
  return { url, method: form.get("Method") ?? "POST" };
}

function checked(twiml: string): string {
  try {
    parseVoice("text/xml", twiml);
    return twiml;
  } catch (error) {
    if (error instanceof TwimlError) throw new RestError(400, 21218, `Invalid Twiml: ${error.message}`);
    throw error;
  }
}

/** Newest first, as Twilio lists them. */
function listed(world: World, query: Record<string, string>): Call[] {
  return world.books.data.calls
    .filter((call) => !query.To || call.to === query.To)
    .filter((call) => !query.From || call.from === query.From)
    .filter((call) => !query.Status || call.status === query.Status)
    .filter((call) => !query.ParentCallSid || call.parentCallSid === query.ParentCallSid)
    .filter((call) => isWithin(call.createdAt, query, "StartTime"))
    .filter((call) => isWithin(call.endedAt, query, "EndTime"))
    .reverse();
}

/**
 * `StartTime` is a day, `StartTime<` and `StartTime>` are inclusive bounds: a day (its midnight, UTC) or a time, as the
 * helper libraries send. https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources
 */
function isWithin(at: string | null, query: Record<string, string>, field: string): boolean {
  const { [field]: day, [`${field}<`]: before, [`${field}>`]: after } = query;
  if (!day && !before && !after) return true;
  if (!at) return false;
  const second = Math.floor(Date.parse(at) / 1_000) * 1_000; // Twilio's times are whole seconds.
  return (
    (!day || at.slice(0, 10) === day.slice(0, 10)) &&
    (!before || second <= momentOf(field, before)) &&
    (!after || second >= momentOf(field, after))
  );
}

function momentOf(field: string, text: string): number {
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) throw new RestError(400, 20001, `Invalid ${field}: ${text}`);
  return Math.floor(moment / 1_000) * 1_000;
}

function present(world: World, call: Call) {
  const uri = `${accountPath(world)}/Calls/${call.sid}`;
  return {
    sid: call.sid,
    account_sid: world.accountSid,
    annotation: null,
    answered_by: null,
    api_version: "2010-04-01",
    caller_name: null,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.endedAt ?? call.createdAt),
    direction: call.direction,
    duration: call.endedAt ? String(durationOf(call)) : null,
    end_time: rfc2822(call.endedAt),
    forwarded_from: null,
    from: call.from,
    from_formatted: call.from,
    group_sid: null,
    parent_call_sid: call.parentCallSid,
    phone_number_sid: call.phoneNumberSid,
    price: null,
    price_unit: "USD",
    queue_time: "0",
    start_time: rfc2822(call.createdAt),
    status: call.status,
    subresource_uris: { recordings: `${uri}/Recordings.json` },
    to: call.to,
    to_formatted: call.to,
    trunk_sid: null,
    uri: `${uri}.json`,
  };
}

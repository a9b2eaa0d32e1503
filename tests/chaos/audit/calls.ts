import type { PlayedCall } from "../driver/call.ts";
import type { Visit } from "../driver/visit.ts";
import type { World } from "../world/world.ts";
import type { CallRow, Rows } from "./rows.ts";
import { broken, type Findings, type Violation } from "./types.ts";

/** Every call is known, over, and led to what the caller was told. */
export function auditCalls(world: World, visits: readonly Visit[], rows: Rows): Findings {
  const byCall = (callId: string) => rows.messages.filter((message) => message.call_id === callId);
  let unheard = 0;
  const violations = visits
    .flatMap(({ calls }) => calls)
    .flatMap((played) => {
      const call = rows.calls.find(({ external_id: sid }) => sid === played.sid);
      if (call) return auditCall(call, played, byCall(call.id), rows);
      if (reachedUs(world, played.sid))
        return [broken("a call that we answered is kept", played.script, { callSid: played.sid })];
      unheard += 1;
      return [];
    });
  return {
    violations,
    remarks: [{ what: "calls of which the carrier could tell us nothing (all refused)", count: unheard }],
  };
}

/** Some webhook that opens a call was answered as done; the fallback keeps nothing on purpose. */
const reachedUs = ({ callLog }: World, sid: string): boolean =>
  (callLog.get(sid) ?? []).some(
    ({ path, status }) => status === 200 && /\/webhooks\/twilio\/(voice|status)\b/.test(path),
  );

function auditCall(
  call: CallRow,
  played: PlayedCall,
  messages: { template: string | null }[],
  rows: Rows,
): Violation[] {
  const about = { callSid: call.external_id };
  const found: Violation[] = [];
  const wrong = (promise: string, detail: string) =>
    found.push(broken(promise, `${played.script}: ${detail}`, about));
  if (!call.ended_at) wrong("no call is left open", call.status);
  const orders = rows.orders.filter(({ call_id: id }) => id === call.id);
  if (orders.length > 1) wrong("a call leads to one order", `${orders.length} orders`);
  if (played.promisedOrder && orders.length === 0)
    wrong("an order that was confirmed is kept", "there is none");
  const textBacks = messages.filter(({ template }) => template === "textBack").length;
  const missed = !call.captured && ["missed", "abandoned"].includes(call.outcome ?? "") && call.from_number;
  if (textBacks > 1) wrong("who was missed gets one text", `${textBacks} texts`);
  if (missed && textBacks === 0) wrong("who was missed gets a text", `outcome ${call.outcome}`);
  if (call.outcome === "ordered" && textBacks > 0) wrong("who ordered was not missed", `${textBacks} texts`);
  return found;
}

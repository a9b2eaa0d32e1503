import type { PlayedCall } from "../driver/call.ts";
import type { Visit } from "../driver/visit.ts";
import type { CallRow, Rows } from "./rows.ts";
import { broken, type Violation } from "./types.ts";

/** Every call is known, over, and led to what the caller was told. */
export function auditCalls(visits: readonly Visit[], rows: Rows): Violation[] {
  const byCall = (callId: string) => rows.messages.filter((message) => message.call_id === callId);
  return visits
    .flatMap(({ calls }) => calls)
    .flatMap((played) => {
      const call = rows.calls.find(({ external_id: sid }) => sid === played.sid);
      return call
        ? auditCall(call, played, byCall(call.id), rows)
        : [broken("every call is known", played.script, { callSid: played.sid })];
    });
}

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

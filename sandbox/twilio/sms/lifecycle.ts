import {
  behaviourOf,
  isoNow,
  keepMessage,
  type Message,
  type MessageStatus,
  raiseAlert,
  type World,
} from "../books.ts";
import { newSid } from "../sids.ts";
import { isOptedOut } from "./words.ts";

const SENT_AFTER_MS = 300;
const DELIVERED_AFTER_MS = 1_200;

/** Codes of https://www.twilio.com/docs/api/errors by what the phone's network does with the text. */
const UNDELIVERED = { unreachable: 30003, landline: 30006, filtered: 30007 } as const;
export const OPTED_OUT = 21610;

export type Draft = Pick<Message, "from" | "to" | "body" | "direction"> & {
  statusCallback?: string;
  mediaUrls?: string[];
  messagingServiceSid?: string | null;
  /** Milliseconds since the epoch; only for scheduled messages. */
  sendAt?: number;
};

/** Takes a message in; it is sent and delivered a moment later, each step told to its status callback. */
export function sendMessage(world: World, draft: Draft): Message {
  const now = isoNow();
  const message: Message = {
    sid: newSid("SM"),
    from: draft.from,
    to: draft.to,
    body: draft.body,
    direction: draft.direction,
    status: draft.sendAt ? "scheduled" : draft.messagingServiceSid ? "accepted" : "queued",
    errorCode: null,
    messagingServiceSid: draft.messagingServiceSid ?? null,
    statusCallback: draft.statusCallback ?? "",
    mediaUrls: draft.mediaUrls ?? [],
    createdAt: now,
    updatedAt: now,
    sentAt: null,
  };
  keepMessage(world, message);
  const waitMs = draft.sendAt ? Math.max(0, draft.sendAt - world.kernel.scheduler.now()) : 0;
  travel(world, message, waitMs);
  return message;
}

/** Sends on what a stopped sandbox left on its way. Scheduled messages go out at once: their time may have passed. */
export function resumeMessages(world: World): void {
  const onTheirWay: MessageStatus[] = ["accepted", "scheduled", "queued", "sending", "sent"];
  for (const message of world.messages.values()) {
    if (message.direction !== "inbound" && onTheirWay.includes(message.status)) travel(world, message, 0);
  }
}

/** The fault `reorder` lets the last status reach the product before the one that came first. */
function travel(world: World, message: Message, waitMs: number): void {
  const last = destination(world, message);
  const reorder =
    message.statusCallback && world.kernel.faults.take("twilio", message.statusCallback, ["reorder"]);
  const sentAfter = waitMs + (reorder ? DELIVERED_AFTER_MS * 2 : SENT_AFTER_MS);
  if (last.status !== "failed") {
    world.kernel.scheduler.after(sentAfter, () => step(world, message, "sent", null));
  }
  world.kernel.scheduler.after(waitMs + DELIVERED_AFTER_MS, () =>
    step(world, message, last.status, last.errorCode),
  );
}

function destination(world: World, message: Message): { status: MessageStatus; errorCode: number | null } {
  if (isOptedOut(world, message.from, message.to)) return { status: "failed", errorCode: OPTED_OUT };
  const { sms } = behaviourOf(world, message.to);
  return sms === "delivered"
    ? { status: "delivered", errorCode: null }
    : { status: "undelivered", errorCode: UNDELIVERED[sms] };
}

async function step(
  world: World,
  message: Message,
  status: MessageStatus,
  errorCode: number | null,
): Promise<void> {
  if (message.status === "canceled" || world.messages.get(message.sid) !== message) return;
  if (status === "sent") message.sentAt = isoNow();
  const late = status === "sent" && (message.status === "delivered" || message.status === "undelivered");
  if (!late) {
    message.status = status;
    message.errorCode = errorCode;
    message.updatedAt = isoNow();
  }
  keepMessage(world, message);
  await tellStatus(world, message, status, errorCode);
}

/** https://www.twilio.com/docs/messaging/guides/track-outbound-message-status */
async function tellStatus(
  world: World,
  message: Message,
  status: string,
  errorCode: number | null,
): Promise<void> {
  if (!message.statusCallback) return;
  const delivered = await world.deliver({
    url: message.statusCallback,
    method: "POST",
    params: {
      MessageSid: message.sid,
      SmsSid: message.sid,
      MessageStatus: status,
      SmsStatus: status,
      AccountSid: world.accountSid,
      From: message.from,
      To: message.to,
      ApiVersion: "2010-04-01",
      ...(message.messagingServiceSid && { MessagingServiceSid: message.messagingServiceSid }),
      ...(errorCode && { ErrorCode: String(errorCode) }),
      ...(/delivered$/.test(status) && { RawDlrDoneDate: deliveryDate(isoNow()) }),
    },
  });
  if (delivered.ok) return;
  raiseAlert(world, { ...delivered, url: message.statusCallback, messageSid: message.sid });
}

/** `YYMMDDhhmm`, UTC. */
const deliveryDate = (iso: string): string => iso.slice(2, 16).replace(/\D/g, "");

import type { Message } from "../../../sandbox/twilio/books.ts";
import type { World } from "../world/world.ts";
import type { MessageRow, Rows } from "./rows.ts";
import { broken, type Findings, type Violation } from "./types.ts";

/** Every message once at its provider, and our word about it is true. */
export function auditMessages(world: World, rows: Rows): Findings {
  const outbound = rows.messages.filter(({ direction }) => direction === "outbound");
  const texts = outbound.filter(
    ({ channel, dedupe_key: key }) => channel === "sms" && !key.startsWith("reply:"),
  );
  const mails = outbound.filter(({ channel }) => channel === "email");
  const stuck = outbound.filter(
    ({ id, status }) =>
      ["queued", "sending"].includes(status) &&
      !rows.deadLetters.some(({ payload }) => payload.messageId === id),
  );
  const byMail = auditMails(world, mails);
  return {
    violations: [
      ...stuck.map(({ id, status }) => broken("no message is stuck", `it is ${status}`, { messageId: id })),
      ...auditTexts(world, texts),
      ...byMail.violations,
      ...auditFailures(world, [...texts, ...mails]),
    ],
    remarks: byMail.remarks,
  };
}

function auditTexts({ sandbox }: World, texts: readonly MessageRow[]): Violation[] {
  const carried = new Map<string, Message[]>();
  for (const message of sandbox.twilio.sms.list().filter(({ direction }) => direction === "outbound-api")) {
    const id = new URL(message.statusCallback).searchParams.get("id") ?? message.sid;
    carried.set(id, [...(carried.get(id) ?? []), message]);
  }
  const known = new Set(texts.map(({ id }) => id));
  const strangers = [...carried.keys()].filter((id) => !known.has(id));
  return [
    ...strangers.map((id) => broken("every text at the carrier is ours", id, { messageId: id })),
    ...texts.flatMap((text) => auditText(text, carried.get(text.id) ?? [])),
  ];
}

function auditText(
  { id, status, template, provider_id: sid }: MessageRow,
  carried: readonly Message[],
): Violation[] {
  const about = { messageId: id };
  const told = `${template}: ${carried.length} at the carrier, we say ${status}`;
  if (carried.length > 1) return [broken("every text is sent once", told, about)];
  const went = ["sent", "delivered", "undelivered"].includes(status);
  if (went && carried.length === 0) return [broken("a text that we say was sent was sent", told, about)];
  if (went && carried[0]?.sid !== sid)
    return [broken("we know our text by the carrier's id", `${sid}`, about)];
  const optedOut = carried[0]?.status === "failed";
  if (status === "failed" && carried.length > 0 && !optedOut)
    return [broken("a text that we say failed was not sent", told, about)];
  return [];
}

/** SMTP cannot be asked what became of a message: a repeat after an unknown outcome has the same Message-ID. */
function auditMails({ sandbox }: World, mails: readonly MessageRow[]): Findings {
  const taken = new Map<string, number>();
  for (const { messageId } of sandbox.mail.list()) {
    const id = /^<?([^@>]+)@/.exec(messageId ?? "")?.[1] ?? "";
    taken.set(id, (taken.get(id) ?? 0) + 1);
  }
  const violations = mails.flatMap(({ id, status, attempts, template }) => {
    const count = taken.get(id) ?? 0;
    const told = `${template}: ${count} taken, ${attempts} attempts, we say ${status}`;
    if (status === "sent" && count === 0)
      return [broken("a mail that we say was sent was sent", told, { messageId: id })];
    if (count > 1 && attempts < count)
      return [broken("a mail is repeated only when its fate is unknown", told, { messageId: id })];
    return [];
  });
  const repeated = mails.filter(({ id }) => (taken.get(id) ?? 0) > 1).length;
  return {
    violations,
    remarks: [{ what: "mails taken more than once, by the same Message-ID", count: repeated }],
  };
}

/** What failed for good was refused for good: by a fault of ours, or by the person's own STOP. */
function auditFailures({ strikes }: World, messages: readonly MessageRow[]): Violation[] {
  const refused = (provider: string) =>
    strikes.filter(({ fault }) => fault.provider === provider && isPermanent(fault.provider, fault.value))
      .length;
  const failed = messages.filter(({ status, error_code: code }) => status === "failed" && code !== "21610");
  return (["sms", "email"] as const).flatMap((channel) => {
    const own = failed.filter((message) => message.channel === channel);
    const allowed = refused(channel === "sms" ? "twilio" : "smtp");
    if (own.length <= allowed) return [];
    const told = own.map(({ error }) => error).join(" | ");
    return [
      broken(
        "a message fails only when it was refused",
        `${own.length} of ${channel}, ${allowed} refused: ${told}`,
        { messageId: own[0]?.id ?? "" },
      ),
    ];
  });
}

export const isPermanent = (provider: string, value: number | undefined): boolean =>
  value !== undefined && (provider === "smtp" ? value >= 500 : value === 400);

import { subscriptions } from "../../../functions/domain/subscriptions.ts";
import { isByClock } from "../world/clock.ts";
import type { World } from "../world/world.ts";
import { isPermanent } from "./messages.ts";
import type { DeadLetterRow, Rows } from "./rows.ts";
import { broken, type Findings, type Violation } from "./types.ts";

/** Every event reached whoever listens, and every job that gave up had a reason. */
export async function auditQueue(world: World, rows: Rows): Promise<Findings> {
  const letters = (await deadLetters(world)).filter((letter) => !isByClock(letter));
  const recorded = new Set(rows.deadLetters.map((row) => row.message_id));
  const untold = letters.filter(({ messageId }) => !recorded.has(messageId));
  return {
    violations: [
      ...auditEvents(rows),
      ...untold.map(({ url }) => broken("every dead letter is told to the operator", url)),
      ...rows.deadLetters.filter((row) => !isExplained(world, row)).map(unexplained),
    ],
    remarks: [{ what: "dead letters, each explained", count: rows.deadLetters.length }],
  };
}

type Letter = { messageId: string; url: string };

/** All that the queue gave up on, read as its API gives it: page by page. */
async function deadLetters({ sandbox, env }: World): Promise<Letter[]> {
  const letters: Letter[] = [];
  for (let cursor: string | undefined = ""; cursor !== undefined; ) {
    const answer = await sandbox.qstash.app.request(`/v2/dlq?cursor=${cursor}`, {
      headers: { authorization: `Bearer ${env.QSTASH_TOKEN}` },
    });
    const page = (await answer.json()) as { messages: Letter[]; cursor?: string };
    letters.push(...page.messages);
    cursor = page.cursor;
  }
  return letters;
}

function auditEvents({ events }: Rows): Violation[] {
  const waiting = events.filter(({ dispatched_at: at }) => !at);
  const halfway = events.filter(({ type, dispatched_at: at, subscribers }) => {
    const wanted = subscriptions.filter(({ event }) => event === type);
    return (
      at &&
      wanted.length > 0 &&
      wanted.some(({ subscriber, job }) => !subscribers.includes(subscriber ?? job.name))
    );
  });
  return [
    ...waiting.map(({ id, type }) => broken("no event is undelivered", `${type} ${id}`)),
    // What only the live stream is told has no subscribers; the others have a row for each.
    ...halfway.map(({ id, type }) => broken("an event reached all who listen", `${type} ${id}`)),
  ];
}

/** It was refused for good by a provider that was told to. */
function isExplained({ strikes }: World, { error }: DeadLetterRow): boolean {
  const provider = ["stripe", "twilio", "smtp"].find((name) => error.toLowerCase().includes(name));
  return strikes.some(({ fault }) => fault.provider === provider && isPermanent(fault.provider, fault.value));
}

const unexplained = ({ job, error, payload }: DeadLetterRow): Violation =>
  broken("every dead letter is explained", `${job}: ${error}`, {
    ...(typeof payload.orderId === "string" ? { orderId: payload.orderId } : {}),
    ...(typeof payload.messageId === "string" ? { messageId: payload.messageId } : {}),
  });

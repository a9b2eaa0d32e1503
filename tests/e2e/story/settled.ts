import { drainBackground } from "../../../functions/platform/background.ts";
import { eventually, type TestProduct } from "../../harness/product.ts";

type Queue = { counts: { waiting: number; active: number } };
type Books = { undelivered: unknown[] };
type Texts = { messages: { status: string }[] };

const ON_THEIR_WAY = new Set(["accepted", "queued", "sending", "sent"]);

/**
 * Waits until nothing is under way any more: no request's background work, no event to publish, no job, no provider's
 * webhook, no text on its way. After it, what is not there will not come: "exactly one" can be counted.
 */
export async function settled(running: TestProduct, timeoutMs = 30_000): Promise<void> {
  const idle = async () => {
    await drainBackground(1_000);
    return (await underWay(running)) === 0;
  };
  // Twice in a row, since work may pass between the places that are asked one after the other.
  await eventually(async () => (await idle()) && (await idle()), "everything to be settled", timeoutMs);
}

async function underWay({ control, sql }: TestProduct): Promise<number> {
  const [{ counts }, { undelivered }, { messages }, [row]] = await Promise.all([
    control<Queue>("GET", "/queue"),
    control<Books>("GET", "/payments"),
    control<Texts>("GET", "/sms"),
    sql<{ count: number }[]>`
      select (select count(*) from events where dispatched_at is null)::int
           + (select count(*) from messages where status in ('queued', 'sending'))::int as count`,
  ]);
  const travelling = messages.filter(({ status }) => ON_THEIR_WAY.has(status)).length;
  return counts.waiting + counts.active + undelivered.length + travelling + (row?.count ?? 0);
}

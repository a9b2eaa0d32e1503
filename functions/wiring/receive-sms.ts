import type { InboundText, TextReplies } from "../domain/messages/inbound.ts";
import { receiveSms } from "../domain/messages/jobs.ts";
import type { Env } from "../platform/env.ts";
import type { DomainEvent } from "../platform/events.ts";
import { createPublisher, message } from "../platform/queue.ts";
import { serviceDatabase } from "../platform/service-role.ts";
import type { MachineActor } from "../platform/tokens.ts";
import { messagesFor } from "./messages.ts";

export type ReceivedText = { outcome: string; reply: string | null; events: DomainEvent[] };

/**
 * Keeps a text for the merchant whose number it was sent to, once; a STOP takes effect with it.
 * @throws AppError unavailable when the database is away
 */
export const receiveSmsFor =
  (env: Env, actor: MachineActor, requestId: string) =>
  async ({ action, ...text }: InboundText, replies: TextReplies): Promise<ReceivedText> => {
    const owner = await serviceDatabase(env, requestId).resolveNumber(text.to);
    if (!owner) return { outcome: "unknown_number", reply: null, events: [] };
    const store = await messagesFor(env, owner.merchantId, actor, requestId);
    return store.receive({ ...text, eventId: text.sid }, action, replies);
  };

/**
 * Leaves a text to the queue, which brings it again until the database is back. `answered`: what the sender is told now.
 * @throws ProviderError when the queue does not take it
 */
export const receiveLaterFor =
  (env: Env, requestId: string) =>
  async (text: InboundText, answered: string | null): Promise<void> => {
    const payload = { ...text, answered, merchantId: null, eventId: null, requestId };
    const deduplicationId = `${receiveSms.name}:${text.sid}`;
    const [published] = await createPublisher(env)([message(receiveSms, payload, { deduplicationId })]);
    if (!published || "error" in published)
      throw new Error(`the queue did not take the text: ${published?.error}`);
  };

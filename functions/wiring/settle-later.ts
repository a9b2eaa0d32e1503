import { settleCall } from "../domain/calls/jobs.ts";
import type { Env } from "../platform/env.ts";
import { createPublisher, message } from "../platform/queue.ts";

/** Long enough for the apology to be heard and the call to end. */
const AFTER_SECONDS = 30;

type FailedCall = { callSid: string; from: string | null; to: string };

/**
 * Has the ends of calls looked up later. Like a text that is received later, a message that no event stands behind: it is
 * for when the database, where events are kept, is away or was, so that the caller still gets the text that the apology
 * promises.
 * @throws ProviderError when the queue does not take it
 */
export const settleLaterFor =
  (env: Env, requestId: string) =>
  async (...calls: readonly FailedCall[]): Promise<void> => {
    await createPublisher(env)(
      calls.map(({ callSid, from, to }) => {
        const payload = { externalId: callSid, from, to, merchantId: null, eventId: null, requestId };
        const deduplicationId = `${settleCall.name}:${callSid}`;
        return message(settleCall, payload, { deduplicationId, delaySeconds: AFTER_SECONDS });
      }),
    );
  };

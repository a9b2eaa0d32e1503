import { jobNamed } from "../../../../domain/jobs.ts";
import { retryDeadLetterContract } from "../../../../domain/operations/contracts.ts";
import { apiRoute } from "../../../../platform/api-route.ts";
import { readEnv } from "../../../../platform/env.ts";
import { AppError } from "../../../../platform/errors.ts";
import { createPublisher, type JobMessage, type Publish } from "../../../../platform/queue.ts";
import { deadLetterStore } from "../../../../store/operations.ts";

type Deps = { publish: Publish };

/** Runs a job again with the very payload it gave up on: its own key in the database keeps the effect single. */
export const createDeadLetterRetry = (resolve: () => Deps) =>
  apiRoute(retryDeadLetterContract, resolve, async ({ publish }, { db }, { params }) => {
    const letters = deadLetterStore(db);
    const letter = await letters.get(params.id);
    const spec = jobNamed(letter.job);
    if (letter.status !== "open" || !spec) throw new AppError("conflict", "This one cannot be run again.");
    const payload = letter.payload as JobMessage["payload"];
    const [published] = await publish([{ spec, payload, deduplicationId: `again_${letter.id}` }]);
    if (!published || "error" in published)
      throw new AppError("unavailable", "The queue did not take it. Try again.");
    return letters.handle(params.id, "retried");
  });

export default createDeadLetterRetry(() => ({ publish: createPublisher(readEnv()) }));

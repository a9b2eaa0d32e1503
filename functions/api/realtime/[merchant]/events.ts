import { liveEventsContract } from "../../../domain/realtime/contracts.ts";
import { liveStream } from "../../../domain/realtime/stream.ts";
import { apiRoute } from "../../../platform/api-route.ts";
import { eventLog } from "../../../store/operations.ts";

const POLL_MS = 700;
/** Platforms end long responses anyway; we do it ourselves, in good order, and the browser resumes. */
const LONGEST_MS = 4 * 60_000;

type Deps = { pollMs: number; longestMs: number };

/** What happens, as it happens. A browser that was away resumes after the last event it saw. */
export const createLiveEvents = (resolve: () => Deps) =>
  apiRoute(liveEventsContract, resolve, async (deps, { db, merchant, header, signal }, { query }) => {
    const log = eventLog(db, merchant.merchantId);
    const seen = Number(header("last-event-id") || (query.lastEventId ?? Number.NaN));
    const after = Number.isSafeInteger(seen) && seen >= 0 ? seen : await log.latestSeq();
    return new Response(liveStream({ after, read: log.after, signal, ...deps }), {
      headers: {
        "content-type": "text/event-stream",
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      },
    });
  });

export default createLiveEvents(() => ({ pollMs: POLL_MS, longestMs: LONGEST_MS }));

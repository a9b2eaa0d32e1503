import type { DomainEvent } from "./events.ts";
import type { JobInput, JobSpec } from "./job-spec.ts";
import { createLog, errorProperties, type Log } from "./log.ts";
import type { JobMessage, Publish, Published } from "./queue.ts";
import type { Dispatch, ServiceDatabase } from "./service-role.ts";

/** One row of the table of who listens to what. */
export type Subscription = {
  /** Event type, e.g. `order.paid`. */
  event: string;
  job: JobSpec;
  /** The job's own part of the payload. */
  payload: (event: DomainEvent) => object;
  /** Tells rows of the same event and job apart, and must then be given. Default: the job's name. */
  subscriber?: string;
};

/** A subscription whose payload the compiler holds against the job's. */
export const subscription = <const S extends JobSpec>(
  event: string,
  job: S,
  payload: (event: DomainEvent) => Omit<JobInput<S>, "merchantId" | "requestId" | "eventId">,
  subscriber: string = job.name,
): Subscription => ({ event, job, payload, subscriber });

type DispatchPorts = {
  publish: Publish;
  /** Marks what was published and which events are finished. */
  record: ServiceDatabase["recordDispatches"];
  subscriptions: readonly Subscription[];
  log?: Log;
};

export type Dispatcher = {
  /**
   * Publishes every (event, subscriber) pair and marks it. Never throws: what fails is left to the relay, and
   * the webhook that caused the events has done its part.
   */
  dispatch(events: readonly DomainEvent[]): Promise<void>;
  /** Publishes what was left behind; answers how many events it took up. @throws when they cannot be read */
  relay(
    claim: ServiceDatabase["claimUndispatched"],
    limit: number,
    olderThanSeconds?: number,
  ): Promise<number>;
};

const RELAY_AFTER_SECONDS = 30;

type Pair = { event: DomainEvent; subscriber: string; message: JobMessage };

export function createDispatcher({ publish, record, subscriptions, log }: DispatchPorts): Dispatcher {
  const out = log ?? createLog("dispatch");
  const dispatch = async (events: readonly DomainEvent[]): Promise<void> => {
    if (events.length === 0) return;
    const pairs = events.flatMap((event) => pairsOf(event, subscriptions));
    try {
      const results = await publish(pairs.map(({ message }) => message));
      const { dispatches, failed } = tally(pairs, results);
      if (failed.size > 0) out.warn("some events are left to the relay", { events: [...failed] });
      const finished = events.map(({ id }) => id).filter((id) => !failed.has(id));
      await record(dispatches, finished);
    } catch (error) {
      const ids = events.map(({ id }) => id);
      out.warn("events are left to the relay", { events: ids, ...errorProperties(error) });
    }
  };
  return {
    dispatch,
    async relay(claim, limit, olderThanSeconds = RELAY_AFTER_SECONDS) {
      const events = await claim(limit, olderThanSeconds);
      await dispatch(events);
      return events.length;
    },
  };
}

/** The deduplication id makes publishing twice harmless: once here and once by the relay, say. */
function pairsOf(event: DomainEvent, subscriptions: readonly Subscription[]): Pair[] {
  return subscriptions
    .filter((candidate) => candidate.event === event.type)
    .map(({ job, payload, subscriber = job.name }) => ({
      event,
      subscriber,
      message: {
        spec: job,
        payload: {
          ...payload(event),
          merchantId: event.merchantId,
          requestId: event.requestId ?? event.id,
          eventId: event.id,
        },
        deduplicationId: `${event.id}:${subscriber}`,
      },
    }));
}

function tally(pairs: readonly Pair[], results: readonly Published[]) {
  const dispatches: Dispatch[] = [];
  const failed = new Set<string>();
  pairs.forEach(({ event, subscriber }, index) => {
    const result = results[index];
    if (result && "messageId" in result) {
      dispatches.push({ eventId: event.id, subscriber, messageId: result.messageId });
    } else failed.add(event.id);
  });
  return { dispatches, failed };
}

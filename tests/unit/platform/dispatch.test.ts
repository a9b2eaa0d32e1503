import { describe, expect, test } from "vitest";
import * as z from "zod";
import { createDispatcher, subscription } from "../../../functions/platform/dispatch.ts";
import type { DomainEvent } from "../../../functions/platform/events.ts";
import type { JobSpec } from "../../../functions/platform/job-spec.ts";
import { createPublisher, message, type Publish } from "../../../functions/platform/queue.ts";
import { listen, MERCHANT, testEnv } from "./support.ts";

const sendThing = {
  name: "send-thing",
  retries: 5,
  timeoutSeconds: 20,
  flow: (env) => ({ key: "sms", rate: env.sms.perSecond, period: "1s" }),
  payload: z.object({ thingId: z.string() }),
} as const satisfies JobSpec;
const chase = {
  name: "chase",
  retries: 2,
  delaySeconds: 90,
  payload: z.object({}),
} as const satisfies JobSpec;

const event = (id: string, type = "order.paid"): DomainEvent => ({
  id,
  seq: 1,
  type,
  merchantId: MERCHANT,
  subjectType: "order",
  subjectId: "o1",
  data: {},
  requestId: "request-1",
  occurredAt: "2026-11-21T12:00:00Z",
});

const subscriptions = [
  subscription("order.paid", sendThing, ({ subjectId }) => ({ thingId: subjectId })),
  subscription("order.paid", sendThing, () => ({ thingId: "staff" }), "tell-staff"),
  subscription("order.placed", chase, () => ({})),
];

type Batch = { destination: string; headers: Record<string, string>; body: string }[];

describe("publishing", () => {
  async function qstash(answer: (batch: Batch) => unknown, status = 200) {
    const batches: Batch[] = [];
    const url = await listen((_, response, body) => {
      batches.push(JSON.parse(body));
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(answer(JSON.parse(body))));
    });
    return { publish: createPublisher(testEnv({ QSTASH_URL: url })), batches };
  }
  const envelope = { merchantId: MERCHANT, requestId: "request-1", eventId: "e1" };
  const things = ["t1", "t2"].map((thingId) =>
    message(sendThing, { thingId, ...envelope }, { deduplicationId: `e1:${thingId}` }),
  );

  test("sends one batch in which each message has its address, limits, dead-letter callback and ids", async () => {
    const { publish, batches } = await qstash((batch) => batch.map((_, i) => ({ messageId: `msg_${i}` })));
    const later = message(chase, envelope, { deduplicationId: "d" });
    expect(await publish([...things, later])).toEqual([0, 1, 2].map((i) => ({ messageId: `msg_${i}` })));
    expect(batches).toHaveLength(1);
    const [first, , third] = batches[0] ?? [];
    expect(first?.destination).toBe("https://call.example/api/jobs/send-thing");
    expect(JSON.parse(first?.body ?? "")).toEqual({ thingId: "t1", ...envelope });
    const headers = Object.fromEntries(
      Object.entries(first?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    );
    expect(headers).toMatchObject({
      "upstash-deduplication-id": "e1_t1",
      "upstash-retries": "5",
      "upstash-label": "send-thing",
      "upstash-flow-control-key": "sms",
      "upstash-failure-callback": "https://call.example/api/jobs/dead-letter",
      "upstash-forward-x-request-id": "request-1",
    });
    expect(headers["upstash-timeout"]).toBe("20s");
    expect(headers["upstash-flow-control-value"]).toContain("rate=100");
    expect(JSON.stringify(third?.headers).toLowerCase()).toContain('"upstash-delay":"90s"');
  });

  test("tells of each message what became of it", async () => {
    const { publish } = await qstash(() => [{ error: "quota" }, { messageId: "m2", deduplicated: true }]);
    expect(await publish(things)).toEqual([{ error: "quota" }, { messageId: "m2" }]);
  });

  test("fails as a provider's failure that may be repeated, and sends nothing for nothing", async () => {
    const { publish, batches } = await qstash(() => ({ error: "no" }), 500);
    await expect(publish(things)).rejects.toMatchObject({ provider: "qstash", kind: "retry" });
    const before = batches.length;
    expect(await publish([])).toEqual([]);
    expect(batches).toHaveLength(before);
  });
});

describe("dispatching", () => {
  function ports(publish?: Publish) {
    const published: string[] = [];
    const records: unknown[][] = [];
    const dispatcher = createDispatcher({
      subscriptions,
      publish:
        publish ??
        (async (messages) => {
          published.push(...messages.map(({ deduplicationId }) => deduplicationId));
          return messages.map((_, i) => ({ messageId: `m${i}` }));
        }),
      record: async (...row) => {
        records.push(row);
      },
    });
    return { dispatcher, published, records };
  }

  test("publishes each event to each of its subscribers and marks it", async () => {
    const { dispatcher, published, records } = ports();
    await dispatcher.dispatch([event("e1"), event("e2", "nobody.listens")]);
    expect(published).toEqual(["e1:send-thing", "e1:tell-staff"]);
    const dispatches = [
      { eventId: "e1", subscriber: "send-thing", messageId: "m0" },
      { eventId: "e1", subscriber: "tell-staff", messageId: "m1" },
    ];
    expect(records).toEqual([[dispatches, ["e1", "e2"]]]);
  });

  test("an event of which one message was refused stays for the relay, the rest is marked", async () => {
    const { dispatcher, records } = ports(async () => [
      { messageId: "m0" },
      { error: "x" },
      { messageId: "m2" },
    ]);
    await dispatcher.dispatch([event("e1"), event("e2", "order.placed")]);
    expect(records[0]?.[1]).toEqual(["e2"]);
    expect(records[0]?.[0]).toHaveLength(2);
  });

  test("never throws, whether the queue or the database is away, and marks nothing", async () => {
    const away = ports(() => Promise.reject(new Error("away")));
    await away.dispatcher.dispatch([event("e1")]);
    expect(away.records).toEqual([]);
    const mute = createDispatcher({
      subscriptions,
      publish: async (messages) => messages.map(() => ({ messageId: "m" })),
      record: () => Promise.reject(new Error("away")),
    });
    await expect(mute.dispatch([event("e1")])).resolves.toBeUndefined();
  });

  test("the relay publishes what was left behind", async () => {
    const { dispatcher, published } = ports();
    const asked: number[][] = [];
    const claim = async (limit: number, age: number) => {
      asked.push([limit, age]);
      return [event("e7", "order.placed")];
    };
    expect(await dispatcher.relay(claim, 50)).toBe(1);
    expect([asked, published]).toEqual([[[50, 30]], ["e7:chase"]]);
  });
});

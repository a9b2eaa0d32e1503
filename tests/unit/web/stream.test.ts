import { describe, expect, test } from "vitest";
import { backOff, followStream, type LiveStatus } from "../../../web/src/live/stream.ts";

const streamOf = (...chunks: string[]) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
        controller.close();
      },
    }),
  );

/** Follows through the answers in order, then stops; says what it asked for and saw. */
async function follow(answers: (Response | Error)[], { isOnline = true, lost = new AbortController() } = {}) {
  const asked: (string | undefined)[] = [];
  const events: string[] = [];
  const statuses: LiveStatus[] = [];
  const waits: number[] = [];
  const stop = new AbortController();
  await followStream(
    {
      async open(lastEventId) {
        asked.push(lastEventId);
        const answer = answers[asked.length - 1];
        if (!answer || answer instanceof Error) throw answer ?? new Error("over");
        return answer;
      },
      onEvent: ({ type, data }) => events.push(`${type} ${data}`),
      onStatus: (status) => statuses.push(status),
      isFinal: (error) => error instanceof Error && error.message === "refused",
      isOnline: () => isOnline,
      lineLost: () => lost.signal,
      async wait(ms) {
        waits.push(ms);
        if (asked.length >= answers.length) stop.abort();
      },
      random: () => 1,
    },
    stop.signal,
  );
  return { asked, events, statuses, waits };
}

describe("the live stream", () => {
  test("reads events whose bytes come in pieces", async () => {
    const { events } = await follow([streamOf("id: 1\nevent: order.pa", 'id\ndata: {"a":', "1}\n\n")]);
    expect(events).toEqual(['order.paid {"a":1}']);
  });

  test("goes on after the last event it saw when the line breaks", async () => {
    const { asked, events } = await follow([
      streamOf("id: 7\nevent: a\ndata: x\n\n", "id: 8\nevent: b\ndata: y\n\n"),
      new Error("no line"),
      streamOf("id: 9\nevent: c\ndata: z\n\n"),
    ]);
    expect(asked).toEqual([undefined, "8", "8"]);
    expect(events).toEqual(["a x", "b y", "c z"]);
  });

  test("an event that was cut off is not counted as seen", async () => {
    const { asked } = await follow([streamOf("id: 7\ndata: x\n\nid: 8\nda"), streamOf()]);
    expect(asked).toEqual([undefined, "7"]);
  });

  test("comments that keep the line open are no events", async () => {
    expect((await follow([streamOf(": ping\n\n")])).events).toEqual([]);
  });

  test("says how it stands", async () => {
    const { statuses } = await follow([streamOf(), streamOf()]);
    expect(statuses).toEqual(["connecting", "live", "reconnecting", "live", "reconnecting"]);
  });

  test("without network it says so", async () => {
    expect((await follow([new Error("x")], { isOnline: false })).statuses).toEqual(["connecting", "offline"]);
  });

  test("waits longer after each failure, and short again after a success", async () => {
    const { waits } = await follow([new Error("1"), new Error("2"), new Error("3"), streamOf()]);
    expect(waits).toEqual([1000, 2000, 4000, 500]);
  });

  test("lets go of an open stream when the network goes, instead of waiting for its silence", async () => {
    const lost = new AbortController();
    const open = new ReadableStream({ start: () => void setTimeout(() => lost.abort(), 10) });
    const { statuses } = await follow([new Response(open)], { isOnline: false, lost });
    expect(statuses).toEqual(["connecting", "live", "offline"]);
  });

  test("stops for good when it is refused", async () => {
    const { statuses, asked } = await follow([new Error("refused"), streamOf()]);
    expect(statuses).toEqual(["connecting", "refused"]);
    expect(asked).toHaveLength(1);
  });
});

test("the wait is never longer than half a minute nor shorter than half its step", () => {
  expect(backOff(50, 1)).toBe(30_000);
  expect(backOff(0, 0)).toBe(250);
  expect(backOff(3, 0)).toBe(2000);
});

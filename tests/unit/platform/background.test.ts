import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { drainBackground, waitUntil } from "../../../functions/platform/background.ts";
import { lazy } from "../../../functions/platform/lazy.ts";

test("a server that stops waits for work in hand, and for what that work starts", async () => {
  const finished: string[] = [];
  waitUntil(
    sleep(20).then(() => {
      finished.push("first");
      waitUntil(sleep(20).then(() => void finished.push("second")));
    }),
  );
  await drainBackground();
  expect(finished).toEqual(["first", "second"]);
});

test("but not for ever", async () => {
  const hanging = sleep(400);
  waitUntil(hanging);
  const started = Date.now();
  await drainBackground(50);
  expect(Date.now() - started).toBeLessThan(300);
  await hanging;
});

test("a failure in the background ends nowhere", async () => {
  const spy = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => spy.mockRestore());
  waitUntil(Promise.reject(new Error("boom")));
  await drainBackground();
  expect(String(spy.mock.calls[0])).toContain("boom");
});

test.each(["edge", "vercel"])("the host (%s) is asked to keep the function alive", async (host) => {
  const kept: Promise<unknown>[] = [];
  const keeper = { waitUntil: (promise: Promise<unknown>) => void kept.push(promise) };
  const key = host === "edge" ? "EdgeRuntime" : Symbol.for("@vercel/request-context");
  const value = host === "edge" ? keeper : { get: () => keeper };
  Object.defineProperty(globalThis, key, { value, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(globalThis, key));
  waitUntil(Promise.resolve("done"));
  expect(await Promise.all(kept)).toHaveLength(1);
});

test("lazy makes once, and tries again after a failure", () => {
  let calls = 0;
  const get = lazy(() => {
    calls += 1;
    if (calls === 1) throw new Error("not yet");
    return { calls };
  });
  expect(get).toThrow("not yet");
  expect(get()).toBe(get());
  expect(calls).toBe(2);
});

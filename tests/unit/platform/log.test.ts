import { expect, onTestFinished, test, vi } from "vitest";
import { createLog, errorProperties, sendLogTo } from "../../../functions/platform/log.ts";

function printed(
  message: string,
  properties: Record<string, unknown>,
): Record<string, unknown> & { line: string } {
  const spy = vi.spyOn(console, "info").mockImplementation(() => {});
  onTestFinished(() => spy.mockRestore());
  createLog("test").info(message, properties);
  const line = String(spy.mock.calls.at(-1)?.[0]);
  return { ...JSON.parse(line), line };
}

test("a record is one line of JSON with its properties beside the message", () => {
  const record = printed("message sent", { requestId: "r1", ms: 12, nested: { deep: [1, "two"] } });
  expect(record).toMatchObject({ message: "message sent", level: "INFO", logger: "callwaiting.test" });
  expect(record).toMatchObject({ requestId: "r1", ms: 12, nested: { deep: [1, "two"] } });
  expect(record.line.trim()).not.toContain("\n");
});

test("people and secrets do not get into the log, wherever they stand", () => {
  const { line } = printed("from +15145550123 to marie.tremblay@example.com", {
    url: "https://api.example/x?To=%2B15145550123&key=sk_test_51H8abcdefghijkl",
    authorization: "Bearer abc",
    nested: { password: "hunter2", accessToken: "tok_en", list: ["cw_live_abcdefghijklmnopqrstu"] },
    token: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
    note: "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
  });
  expect(line).not.toMatch(/5145550123|marie|hunter2|tok_en|51H8abc|abcdefghijklmnop|Bearer abc|eyJhb/);
  expect(line).toContain("+…0123");
});

test("ids, times and amounts are left alone", () => {
  const kept = {
    id: "01939b2e-0000-7000-8000-000000000001",
    at: "2026-11-21T12:00:00+00:00",
    callSid: "CA0123456789abcdef0123456789abcdef",
    amountCents: 123456789012,
  };
  expect(printed("kept", kept)).toMatchObject(kept);
});

test("nothing that a property may be costs the record, and none takes the place of what it is beside", () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(printed("round", { circle })).toMatchObject({ message: "round" });
  expect(printed("big", { size: 12n, failure: new TypeError("odd") })).toMatchObject({
    size: "12",
    failure: { name: "TypeError", message: "odd" },
  });
  expect(printed("mine", { message: "theirs", level: "LOUD" })).toMatchObject({
    message: "mine",
    level: "INFO",
  });
});

test("a log carries its properties on every record, from the first on", () => {
  const spy = vi.spyOn(console, "warn").mockImplementation(() => {});
  onTestFinished(() => spy.mockRestore());
  createLog("test", { requestId: "r7" }).warn("careful", { code: 1 });
  expect(String(spy.mock.calls[0]?.[0])).toMatch(/careful/);
  expect(String(spy.mock.calls[0]?.[0])).toMatch(/r7/);
});

test("what is below the level is not written, and another sink gets the same lines", () => {
  const lines: unknown[] = [];
  onTestFinished(
    () => void sendLogTo((line, level) => console[level === "warning" ? "warn" : level](line), "info"),
  );
  sendLogTo((line, level) => lines.push([level, JSON.parse(line).message]), "warning");
  const log = createLog("test");
  log.debug("no");
  log.info("no");
  log.warn("so so");
  log.error("bad");
  expect(lines).toEqual([
    ["warning", "so so"],
    ["error", "bad"],
  ]);
});

test("an error is told with its causes", () => {
  const error = new Error("outer", { cause: new TypeError("middle", { cause: new Error("inner") }) });
  expect(errorProperties(error)).toMatchObject({
    error: "Error: outer",
    causes: ["TypeError: middle", "Error: inner"],
  });
  expect(errorProperties("text")).toEqual({ error: "text" });
});

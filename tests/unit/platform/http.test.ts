import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "vitest";
import { ProviderError } from "../../../functions/platform/errors.ts";
import { createHttpClient, failureOf, retryAfterOf } from "../../../functions/platform/http.ts";
import { listen } from "./support.ts";

/** An address where nobody listens any more. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}

const failureKind = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ProviderError);
  return (error as ProviderError).kind;
};

test("a request carries its method, body, headers and request id", async () => {
  const seen: unknown[] = [];
  const url = await listen((request, response, body) => {
    seen.push([request.method, request.url, request.headers["x-request-id"], request.headers.accept, body]);
    response.end('{"ok":true}');
  });
  const http = createHttpClient("acme", { requestId: "request-1" });
  const answer = await http.send({
    method: "POST",
    url: `${url}/a?b=1`,
    headers: { accept: "x/y" },
    body: "hi",
  });
  expect(seen).toEqual([["POST", "/a?b=1", "request-1", "x/y", "hi"]]);
  expect([answer.status, answer.json()]).toEqual([200, { ok: true }]);
});

test("a time-out of a write leaves the outcome unknown, of a read it may be tried again", async () => {
  const url = await listen(() => {});
  const http = createHttpClient("acme", { timeoutMs: 60 });
  expect(await failureKind(http.send({ method: "POST", url }))).toBe("unknown");
  expect(await failureKind(http.send({ method: "POST", url, idempotent: true }))).toBe("retry");
  expect(await failureKind(http.send({ method: "GET", url }))).toBe("retry");
});

test("the time limit covers the body, not only the headers", async () => {
  const url = await listen((_, response) => {
    response.write("half");
  });
  const started = Date.now();
  const http = createHttpClient("acme");
  expect(await failureKind(http.send({ method: "POST", url, timeoutMs: 80 }))).toBe("unknown");
  expect(Date.now() - started).toBeLessThan(2000);
});

test("a refused connection and an unknown host were certainly not done", async () => {
  const http = createHttpClient("acme");
  expect(await failureKind(http.send({ method: "POST", url: await closedPort() }))).toBe("retry");
  expect(await failureKind(http.send({ method: "POST", url: "http://nowhere.invalid/" }))).toBe("retry");
});

test("a connection broken after sending leaves the outcome unknown", async () => {
  const url = await listen((request) => request.socket.destroy());
  expect(await failureKind(createHttpClient("acme").send({ method: "POST", url }))).toBe("unknown");
});

test("the message of a failure names the path but never the query", async () => {
  const http = createHttpClient("acme");
  const sent = http.send({ method: "GET", url: "http://127.0.0.1:1/v1/x?token=hush" });
  await expect(sent).rejects.toThrow(/GET \/v1\/x$/);
});

test.each([
  [429, "retry"],
  [503, "retry"],
  [500, "unknown"],
  [504, "unknown"],
  [408, "unknown"],
  [400, "permanent"],
  [404, "permanent"],
  [302, "permanent"],
])("an answer of %i is %s", async (status, kind) => {
  const url = await listen((_, response) => {
    response.writeHead(status, { "retry-after": "7" });
    response.end('{"error":{"code":"card_declined","message":"No."}}');
  });
  const http = createHttpClient("acme", {
    fetch: (input, init) => fetch(input, { ...init, redirect: "manual" }),
  });
  const failure = failureOf("acme", await http.send({ method: "POST", url }));
  expect(failure).toMatchObject({ kind, status, providerCode: "card_declined", retryAfter: 7 });
  expect(failure.message).toContain("No.");
});

test("Twilio's flat error body is understood, and so is no JSON at all", async () => {
  const url = await listen((request, response) => {
    response.statusCode = 400;
    response.end(request.url === "/flat" ? '{"code":21211,"message":"Invalid To"}' : "<html>");
  });
  const http = createHttpClient("twilio");
  const flat = await http.send({ method: "POST", url: `${url}/flat` });
  expect(failureOf("twilio", flat).providerCode).toBe("21211");
  const html = await http.send({ method: "POST", url });
  expect(failureOf("twilio", html, "could not send").message).toBe("twilio answered 400: could not send");
  expect(() => html.json()).toThrow(ProviderError);
});

test("Retry-After is seconds or a date", () => {
  const now = Date.parse("2026-11-21T12:00:00Z");
  expect(retryAfterOf("12", now)).toBe(12);
  expect(retryAfterOf("Sat, 21 Nov 2026 12:00:30 GMT", now)).toBe(30);
  expect(retryAfterOf("Sat, 21 Nov 2026 11:00:00 GMT", now)).toBe(0);
  expect(retryAfterOf("soon", now)).toBeUndefined();
});

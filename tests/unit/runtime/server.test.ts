import { afterAll, beforeAll, expect, test } from "vitest";
import { type HttpServer, listen } from "../../../runtime/node/server.ts";

let server: HttpServer;
let seen: { headers: Record<string, string>; body: string };

beforeAll(async () => {
  server = await listen({
    port: 0,
    hostname: "127.0.0.1",
    // As the front does for /health: a request made from the one that came in must tell the same.
    async fetch(request) {
      const copy = new Request(new URL("/elsewhere", request.url), request);
      seen = { headers: Object.fromEntries(copy.headers), body: await copy.text() };
      return new Response("ok");
    },
  });
});
afterAll(() => server.close(0));

test("a caller cannot choose its address: forwarded headers become the socket's", async () => {
  await fetch(`http://127.0.0.1:${server.port}/`, {
    method: "POST",
    headers: {
      "x-forwarded-for": "9.9.9.9",
      "x-real-ip": "9.9.9.9",
      "x-vercel-forwarded-for": "9.9.9.9",
      "x-kept": "yes",
    },
    body: "as it was sent",
  });
  expect(seen.headers).toMatchObject({ "x-forwarded-for": "127.0.0.1", "x-kept": "yes" });
  expect(Object.values(seen.headers)).not.toContain("9.9.9.9");
  expect(seen.body).toBe("as it was sent");
});

test("the address is there also when nothing was forwarded, with a body or without", async () => {
  await fetch(`http://127.0.0.1:${server.port}/`);
  expect(seen.headers["x-forwarded-for"]).toBe("127.0.0.1");
});

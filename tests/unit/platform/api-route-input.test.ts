import { describe, expect, test } from "vitest";
import { methods } from "../../../functions/platform/api-route.ts";
import { echo, errorOf, getOrder, json, owner, refund, send } from "./api-route-samples.ts";

describe("bad input is a clear 4xx", () => {
  test.each<[number, string, string, RequestInit]>([
    [400, "amountCents", "a wrong field", send({ amountCents: 0 })],
    [400, "why.text", "a nested field", send({ amountCents: 1, why: {} })],
    [400, "amountCents", "a missing body", { method: "POST", headers: owner }],
    [400, "body", "broken JSON", send("{")],
    [400, "Idempotency-Key", "a bad key", send({ amountCents: 1 }, { "idempotency-key": "a b" })],
  ])("%i naming %s for %s", async (status, field, _, init) => {
    const response = await echo(refund).request("/api/orders/7", init);
    const error = await errorOf(response);
    expect(response.status).toBe(status);
    expect(error.code).toBe("invalid_request");
    expect(error.details[0].field).toBe(field);
    expect(error.requestId).toBe(response.headers.get("x-request-id"));
  });

  test("415 for another type of body", async () => {
    const response = await echo(refund).request(
      "/api/orders/7",
      send("a=1", { "content-type": "text/plain" }),
    );
    expect([response.status, (await errorOf(response)).code]).toEqual([415, "unsupported_media_type"]);
  });

  test("413 in our envelope, whether the size is announced or streamed", async () => {
    const large = JSON.stringify({ amountCents: 1, why: { text: "x".repeat(70_000) } });
    const streamed = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 70; i++) controller.enqueue(new TextEncoder().encode("x".repeat(1000)));
        controller.close();
      },
    });
    const announced = { ...send(large), headers: { ...json, "content-length": String(large.length) } };
    for (const init of [announced, { ...send(""), body: streamed, duplex: "half" }]) {
      const response = await echo(refund).request("/api/orders/7", init);
      expect([response.status, (await errorOf(response)).code]).toEqual([413, "payload_too_large"]);
    }
  });

  test("405 with Allow for another method, 404 for another address, both in our envelope", async () => {
    const route = methods(echo(getOrder), echo(refund));
    const put = await route.request("/api/orders/7", { method: "PUT", headers: owner });
    expect([put.status, put.headers.get("allow")]).toEqual([405, "GET, POST"]);
    expect((await errorOf(put)).code).toBe("method_not_allowed");
    expect((await errorOf(await route.request("/api/nothing"))).code).toBe("not_found");
  });
});

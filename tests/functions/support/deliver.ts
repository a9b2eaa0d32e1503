import { jobPath } from "../../../functions/platform/job-spec.ts";
import { qstashHeaders, twilio } from "../../harness/suites/schemes.ts";
import type { Shop } from "../../harness/suites/shop.ts";
import type { World } from "../../harness/suites/world.ts";

/** A message of the queue to one job, for this shop. */
export async function runJob(world: World, shop: Shop, name: string, payload: object): Promise<Response> {
  const target = jobPath(name);
  const body = JSON.stringify({
    ...payload,
    merchantId: shop.id,
    requestId: "request-of-test",
    eventId: null,
  });
  return world.send(target, { method: "POST", body, headers: qstashHeaders(target, body) });
}

/** A webhook of Twilio's, signed; `target` begins after `/api/webhooks/twilio/`. */
export async function fromTwilio(
  world: World,
  target: string,
  params: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const path = `/api/webhooks/twilio/${target}`;
  const body = new URLSearchParams(params).toString();
  const headers = { "content-type": twilio.contentType, ...twilio.sign(path, body) };
  const response = await world.send(path, { method: "POST", body, headers });
  return { status: response.status, text: await response.text() };
}

/** A JSON request of a person or key. */
export const ask = (world: World, token: string, method: string, path: string, body?: unknown) =>
  world.send(path, {
    ...{ method, as: token },
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });

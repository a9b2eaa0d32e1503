import { Client } from "@upstash/qstash";
import { expect, test } from "vitest";
import { publishBatch, type QstashMessage } from "../../../functions/platform/qstash.ts";
import { listen } from "./support.ts";

const message: QstashMessage = {
  url: "https://call.example/api/jobs/send-thing",
  body: { thingId: "t1", name: "Chez Vé" },
  requestId: "request-1",
  deduplicationId: "e1_t1",
  retries: 5,
  timeoutSeconds: 20,
  retryDelay: "pow(2, retried) * 1000",
  label: "send-thing",
  failureCallback: "https://call.example/api/jobs/dead-letter",
  delaySeconds: 90,
  flow: { key: "sms", rate: 100, period: "1s", parallelism: 5 },
};
const plain: QstashMessage = {
  ...message,
  retryDelay: undefined,
  delaySeconds: undefined,
  flow: undefined,
};

type Heard = {
  path: string | undefined;
  method: string | undefined;
  token: string | undefined;
  body: unknown;
};

/** A queue that answers as `answers` say, the last one from then on; 0 breaks the line. */
async function queue(answers: number[] = [200]) {
  const heard: Heard[] = [];
  const url = await listen(({ url, method, headers }, response, body) => {
    heard.push({ path: url, method, token: headers.authorization, body: JSON.parse(body) });
    const status = answers[Math.min(heard.length, answers.length) - 1] ?? 200;
    if (status === 0) response.destroy();
    else response.writeHead(status).end(JSON.stringify([{ messageId: "m1" }]));
  });
  const [currentSigningKey, nextSigningKey] = ["a", "b"];
  return { heard, env: { url, token: "the-token", currentSigningKey, nextSigningKey } };
}

test("what goes over the wire is what Upstash's own client sends for the same messages", async () => {
  const { env, heard } = await queue();
  await publishBatch(env, [message, plain]);
  const client = new Client({ baseUrl: env.url, token: env.token, enableTelemetry: false, devMode: false });
  const theirs = ({ requestId, timeoutSeconds, delaySeconds, retryDelay, flow, ...one }: QstashMessage) => ({
    ...one,
    headers: { "x-request-id": requestId },
    timeout: timeoutSeconds,
    ...(retryDelay ? { retryDelay } : {}),
    ...(delaySeconds ? { delay: delaySeconds } : {}),
    ...(flow ? { flowControl: flow } : {}),
  });
  await client.batchJSON([theirs(message), theirs(plain)]);
  const [ours, reference] = heard;
  expect({ ...ours, body: inParts(ours?.body) }).toEqual({ ...reference, body: inParts(reference?.body) });
});

test("is asked once more when the line broke, and no third time", async () => {
  const once = await queue([0, 200]);
  expect(await publishBatch(once.env, [message])).toEqual([{ messageId: "m1" }]);
  expect(once.heard).toHaveLength(2);
  const away = await queue([0]);
  await expect(publishBatch(away.env, [message])).rejects.toMatchObject({
    provider: "qstash",
    kind: "retry",
  });
  expect(away.heard).toHaveLength(2);
});

test("a refusal is not asked again", async () => {
  const { env, heard } = await queue([401]);
  await expect(publishBatch(env, [message])).rejects.toMatchObject({ kind: "retry", cause: { status: 401 } });
  expect(heard).toHaveLength(1);
});

type Sent = { destination: string; headers: Record<string, string>; body: string };

/** Header names in lower case and limits in one order: neither means anything. */
const inParts = (batch: unknown) =>
  (batch as Sent[]).map(({ headers, ...one }) => ({
    ...one,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name.toLowerCase(),
        name.toLowerCase().endsWith("control-value") ? value.split(", ").sort() : value,
      ]),
    ),
  }));

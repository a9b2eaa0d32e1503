import type { Env } from "../platform/env.ts";
import { createHttpClient } from "../platform/http.ts";
import { serviceDatabase } from "../platform/service-role.ts";
import { supabaseAuth } from "../platform/supabase-auth.ts";

export type PartState = { state: "ok" | "degraded" | "down" | "not_configured"; detail?: string };
export type Probes = Record<string, () => Promise<PartState>>;

const TIMEOUT_MS = 3000;

/** One cheap question to each part the product stands on. Providers that are not configured are told as such. */
export function probesFor(env: Env, requestId: string): Probes {
  const http = createHttpClient("health", { requestId, timeoutMs: TIMEOUT_MS });
  const reaches = async (url: string, headers: Record<string, string> = {}): Promise<PartState> => {
    const { status } = await http.send({ method: "GET", url, headers });
    return status < 500 && status !== 401 && status !== 403
      ? { state: "ok" }
      : { state: "down", detail: `answers ${status}` };
  };
  return {
    database: async () =>
      (await serviceDatabase(env, requestId).ping()) ? { state: "ok" } : { state: "down" },
    auth: async () => ((await supabaseAuth(env, requestId).ping()) ? { state: "ok" } : { state: "down" }),
    queue: () => reaches(`${env.qstash.url}/v2/keys`, { authorization: `Bearer ${env.qstash.token}` }),
    rateLimits: async () => {
      if (!env.redis) return { state: "not_configured" };
      const { url, token } = env.redis;
      const { status } = await http.send({
        method: "POST",
        url,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: '["PING"]',
      });
      return status === 200 ? { state: "ok" } : { state: "degraded", detail: `answers ${status}` };
    },
    telephony: () => {
      if (!env.twilio) return Promise.resolve({ state: "not_configured" });
      const { apiBaseUrl, accountSid, authToken } = env.twilio;
      const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`;
      return reaches(`${apiBaseUrl}/2010-04-01/Accounts/${accountSid}.json`, { authorization });
    },
    payments: () => {
      if (!env.stripe) return Promise.resolve({ state: "not_configured" });
      return reaches(`${env.stripe.apiBaseUrl}/v1/balance`, {
        authorization: `Bearer ${env.stripe.secretKey}`,
      });
    },
    email: () => Promise.resolve(env.smtp ? { state: "ok" } : { state: "not_configured" }),
  };
}

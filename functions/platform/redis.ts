import { createHttpClient, twice } from "./http.ts";

/** The commands that a rate limit needs: its counting is a script, so that it is atomic. */
export type ScriptRunner = {
  evalsha(sha: string, keys: string[], args: unknown[]): Promise<unknown>;
  eval(script: string, keys: string[], args: unknown[]): Promise<unknown>;
};

type RedisOptions = { url: string; token: string; timeoutMs: number };

const PAUSE_MS = 50;

/**
 * Scripts over Upstash's REST API: https://upstash.com/docs/redis/features/restapi#json-body. Upstash's own client brings
 * every command there is, a third of each webhook that limits its callers.
 * @throws ProviderError when Redis is away (after one more try), Error with Redis's words when it refuses the command
 */
export function createScriptRunner({ url, token, timeoutMs }: RedisOptions): ScriptRunner {
  const client = createHttpClient("redis", { timeoutMs });
  const run = async (command: unknown[]): Promise<unknown> => {
    const send = () =>
      client.send({
        method: "POST",
        url,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify(command),
      });
    return resultOf((await twice(send, PAUSE_MS)).json());
  };
  return {
    evalsha: (sha, keys, args) => run(["EVALSHA", sha, keys.length, ...keys, ...args]),
    eval: (script, keys, args) => run(["EVAL", script, keys.length, ...keys, ...args]),
  };
}

/** `NOSCRIPT …` tells a rate limit that Redis does not know its script yet. */
function resultOf(answer: unknown): unknown {
  if (typeof answer === "object" && answer !== null) {
    if ("result" in answer) return answer.result;
    if ("error" in answer) throw new Error(`redis: ${String(answer.error)}`);
  }
  throw new Error("redis answered neither a result nor an error");
}

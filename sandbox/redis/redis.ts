import { type Context, Hono } from "hono";
import type { Kernel } from "../kernel/kernel.ts";
import { providerGate } from "../kernel/middleware.ts";
import type { Reply } from "./command.ts";
import { createInterpreter } from "./interpreter.ts";
import { createKeyspace, RedisError } from "./keyspace.ts";

export type Redis = { app: Hono };

type Answer = { result: unknown } | { error: string };

/**
 * Upstash Redis over REST, in memory: `POST /` one command, `/pipeline` several, `/multi-exec` all or none.
 * Expiry follows the sandbox's clock. Source: upstash.com/docs/redis/features/restapi.
 */
export function createRedis(kernel: Kernel, options: { token: string }): Redis {
  const keyspace = createKeyspace(kernel.scheduler.now);
  const redis = createInterpreter(keyspace);
  kernel.stores.onReset(keyspace.clear);
  const app = new Hono();

  app.use("*", providerGate(kernel, "redis"));
  app.use("*", async (c, next) => {
    if (c.req.header("authorization") !== `Bearer ${options.token}`)
      return c.json({ error: "WRONGPASS invalid or missing auth token" }, 401);
    await next();
  });

  const answer = (c: Context, command: readonly string[]): Answer => {
    try {
      const result = redis.run(command);
      return { result: encode(result, c.req.header("upstash-encoding") === "base64") };
    } catch (error) {
      if (error instanceof RedisError) return { error: error.message };
      throw error;
    }
  };

  app.post("/", async (c) => {
    const command = readCommand(await readJson(c));
    if (!command) return c.json({ error: "ERR the body must be a command: an array of strings" }, 400);
    const done = answer(c, command);
    return c.json(done, "error" in done ? 400 : 200);
  });

  app.post("/pipeline", async (c) => {
    const commands = readCommands(await readJson(c));
    if (!commands) return c.json({ error: "ERR the body must be an array of commands" }, 400);
    return c.json(commands.map((command) => answer(c, command)));
  });

  app.post("/multi-exec", async (c) => {
    const commands = readCommands(await readJson(c));
    if (!commands) return c.json({ error: "ERR the body must be an array of commands" }, 400);
    const wrong = commands.map(redis.check).find((complaint) => complaint !== undefined);
    if (wrong) return c.json({ error: `EXECABORT Transaction discarded because of: ${wrong}` }, 400);
    return c.json(commands.map((command) => answer(c, command)));
  });

  return { app };
}

const readJson = (c: Context): Promise<unknown> => c.req.json().catch(() => undefined);

function readCommand(body: unknown): string[] | undefined {
  if (!Array.isArray(body) || body.length === 0) return undefined;
  return body.map((part) =>
    typeof part === "object" && part !== null ? JSON.stringify(part) : String(part),
  );
}

function readCommands(body: unknown): string[][] | undefined {
  if (!Array.isArray(body)) return undefined;
  const commands = body.map(readCommand);
  return commands.every((command) => command !== undefined) ? commands : undefined;
}

/** Every string but OK is base64 when the client asks for it, so that bytes survive JSON. */
function encode(reply: Reply, base64: boolean): unknown {
  if (reply === null || typeof reply === "number") return reply;
  if (Array.isArray(reply)) return reply.map((item) => encode(item, base64));
  const text = typeof reply === "string" ? reply : reply.status;
  return base64 && text !== "OK" ? Buffer.from(text).toString("base64") : text;
}

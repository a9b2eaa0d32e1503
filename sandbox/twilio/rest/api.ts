import { timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { providerGate } from "../../kernel/middleware.ts";
import type { World } from "../books.ts";
import type { Exchange } from "../voice/exchange.ts";
import { callsApi } from "./calls.ts";
import { messagesApi } from "./messages.ts";
import { numbersApi } from "./numbers.ts";
import { recordingsApi } from "./recordings.ts";
import { accountPath, answerError, notFound, RestError, rfc2822 } from "./respond.ts";

const OPENED_AT = "2024-01-02T15:04:05.000Z";

/** Twilio's REST API of 2010-04-01, behind HTTP Basic with the account's SID and token. */
export function restApi(world: World, exchange: Exchange): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof RestError) return answerError(c, error);
    return answerError(c, new RestError(500, 20500, `The sandbox failed: ${error.message}`));
  });
  app.use("/2010-04-01/*", providerGate(world.kernel, "twilio"));
  app.use("/2010-04-01/*", async (c, next) => {
    if (!isAuthorized(world, c)) throw new RestError(401, 20003, "Authenticate");
    await next();
  });
  app.get("/2010-04-01/Accounts/:file{AC[0-9a-f]+\\.json}", (c) => {
    if (c.req.param("file") !== `${world.accountSid}.json`) throw notFound(c);
    return c.json(account(world));
  });
  app.use("/2010-04-01/Accounts/:account/*", async (c, next) => {
    if (c.req.param("account") !== world.accountSid) throw notFound(c);
    await next();
  });
  const base = "/2010-04-01/Accounts/:account";
  app.route(base, messagesApi(world));
  app.route(base, numbersApi(world));
  app.route(base, recordingsApi(world));
  app.route(base, callsApi(world, exchange));
  app.all("*", (c) => answerError(c, notFound(c)));
  return app;
}

function isAuthorized(world: World, c: Context): boolean {
  const given = Buffer.from(c.req.header("authorization") ?? "");
  const expected = Buffer.from(
    `Basic ${Buffer.from(`${world.accountSid}:${world.authToken}`).toString("base64")}`,
  );
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function account(world: World) {
  return {
    sid: world.accountSid,
    friendly_name: "Callwaiting sandbox",
    owner_account_sid: world.accountSid,
    status: "active",
    type: "Full",
    date_created: rfc2822(OPENED_AT),
    date_updated: rfc2822(OPENED_AT),
    uri: `${accountPath(world)}.json`,
  };
}

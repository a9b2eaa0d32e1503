import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { makeSecrets } from "../../../runtime/node/data-folder.ts";
import { productEnvironment } from "../../../runtime/node/environment.ts";
import { createFront } from "../../../runtime/node/front.ts";
import { ROOT } from "../../../runtime/node/root.ts";
import { choosePort } from "../../../sandbox/database/ports.ts";
import { createSupabase } from "../../../sandbox/database/supabase.ts";
import { createSandbox, type Sandbox } from "../../../sandbox/sandbox.ts";
import { bundleFunctionsProcess } from "./bundle.ts";
import { type Crossings, createCrossings, incomingName, Killed, outgoingName } from "./crossings.ts";
import { createFunctionsProcess, type FunctionsProcess } from "./functions-process.ts";
import type { KillPlan } from "./kill-plan.ts";
import { CutOff, openPort } from "./port.ts";
import { type RestartablePostgres, startRestartablePostgres } from "./postgres.ts";
import type { Random } from "./random.ts";
import { openRunFolder } from "./run-folder.ts";
import { openSmtpLine } from "./smtp-line.ts";
import { recordStrikes, type Strike } from "./strikes.ts";

/**
 * The product with its functions in a process of their own, which can be killed, and everything around them here:
 * PostgreSQL, Supabase, the sandbox, and one public port. Whatever the functions receive or ask for crosses this
 * process.
 */
export type World = {
  /** The public address. */
  url: string;
  /** The functions' variables. */
  env: Record<string, string>;
  sandbox: Sandbox;
  /** A superuser's connections: others after each restart of the server, for the driver does not get over one reliably. */
  readonly sql: Sql;
  postgres: RestartablePostgres;
  functions: FunctionsProcess;
  crossings: Crossings;
  plan: KillPlan;
  /** Faults that have struck. */
  strikes: readonly Strike[];
  close(): Promise<void>;
};

export type WorldOptions = { plan: KillPlan; random: Random; timeScale: number };

export async function openWorld({ plan, random, timeScale }: WorldOptions): Promise<World> {
  const folder = await openRunFolder();
  const [database, entry, port, innerPort] = await Promise.all([
    startRestartablePostgres(folder.path),
    bundleFunctionsProcess(folder.path),
    choosePort(),
    choosePort(),
  ]);
  const url = `http://localhost:${port}`;
  const secrets = makeSecrets();
  const sandbox = createSandbox({ baseUrl: `${url}/_sandbox`, productUrl: url, mailPort: 0, timeScale });
  const supabase = createSupabase({ databaseUrl: database.url, siteUrl: url, ...secrets });
  await sandbox.start();

  const crossings = createCrossings(
    (step) => plan.strikes(step, functions.ready()),
    () => functions.kill(outage(random)),
  );
  const smtp = await openSmtpLine(sandbox.env.SMTP_URL ?? "", crossings);
  const env = {
    ...throughInnerPort(productEnvironment({}, url, secrets, sandbox.env), url, innerPort),
    ...{
      PUBLIC_BASE_URL: url,
      SMTP_URL: smtp.url,
      LOG_LEVEL: "warning",
      CHAOS_FUNCTIONS: `${ROOT}functions/api`,
      NODE_COMPILE_CACHE: join(folder.path, "compiled"),
    },
  };
  const functions = createFunctionsProcess(entry, env);

  const parts = { supabase: supabase.fetch, sandbox: (request: Request) => sandbox.app.fetch(request) };
  const outside = createFront({ ...parts, functions: incoming(crossings, functions) });
  const inside = createFront({ ...parts, functions: functions.fetch });
  const ports = await Promise.all([
    openPort(port, outside.fetch),
    openPort(innerPort, outgoing(crossings, inside.fetch)),
  ]);
  const connect = () => postgres(database.url, { max: 3, onnotice: () => {} });
  let sql = connect();
  const restart: RestartablePostgres["restart"] = async (mode) => {
    await database.restart(mode);
    void sql.end({ timeout: 0 }).catch(() => undefined);
    sql = connect();
  };
  return {
    ...{ url, env, sandbox, postgres: { ...database, restart }, functions, crossings, plan },
    get sql() {
      return sql;
    },
    strikes: recordStrikes(sandbox.kernel),
    async close() {
      await functions.stop();
      smtp.stop();
      await sandbox.stop();
      for (const one of ports) one.close();
      await sql.end({ timeout: 2 });
      await supabase.close();
      await database.stop();
      folder.remove();
    },
  };
}

type Fetch = (request: Request) => Promise<Response>;

/** The sandbox tells providers' own addresses by the public port; the functions reach them by the inner one. */
function throughInnerPort(
  env: Record<string, string>,
  url: string,
  innerPort: number,
): Record<string, string> {
  const inner = `http://localhost:${innerPort}`;
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replace(url, inner)]));
}

/** What providers and browsers send to the functions: who dies over it leaves a gateway's 502. */
const incoming =
  (crossings: Crossings, functions: FunctionsProcess): Fetch =>
  (request) =>
    crossings
      .cross(incomingName(request), () => functions.fetch(request))
      .catch((error: unknown) => {
        if (error instanceof Killed) return new Response(error.message, { status: 502 });
        throw error;
      });

/** What the functions send to the database and the providers; who asked is dead when it is cut off. */
const outgoing =
  (crossings: Crossings, act: Fetch): Fetch =>
  (request) =>
    crossings
      .cross(outgoingName(request), () => act(request))
      .catch((error: unknown) => {
        throw error instanceof Killed ? new CutOff(error.message) : error;
      });

/** Mostly the next instance is there at once; now and then nothing is, for longer than a provider tries again. */
const outage = (random: Random): number => (random.chance(0.08) ? 100 + random.int(800) : 0);

import { SignJWT } from "jose";
import { contracts } from "../../../functions/domain/contracts.ts";
import { drainBackground } from "../../../functions/platform/background.ts";
import { uuidv7 } from "../../../functions/platform/ids.ts";
import { sendLogTo } from "../../../functions/platform/log.ts";
import { createFunctionsRouter, type FunctionsRouter } from "../../../runtime/node/functions-router.ts";
import { ROOT } from "../../../runtime/node/root.ts";
import { fingerprint } from "../fingerprint.ts";
import { eventually, startTestProduct, type TestProduct } from "../product.ts";

/** The whole product for one test file, held still: nothing happens in it but what a test does. */
export type World = TestProduct & {
  /** Sends a request to the function that serves its path, as if a proxy had noted `address` (default: a new one). */
  send(target: string, init?: SendInit): Promise<Response>;
  /** A session as Supabase Auth signs it, for anybody. */
  session(userId: string, claims?: Record<string, unknown>, secret?: string): Promise<string>;
  /** Runs `act` while nothing answers at the database's address. */
  withoutDatabase<T>(act: () => Promise<T>): Promise<T>;
  /** Every row of every table (of one merchant, if given), as one short text a table. */
  fingerprint(merchant?: string): Promise<Record<string, string>>;
  /** The same, and what providers were asked to do: two are equal when nothing in between left a trace. */
  traces(): Promise<Record<string, string>>;
  /** Requests that a provider took, newest last, e.g. `taken("twilio", "POST", "/Messages")`. */
  taken(provider: string, method: string, path: string): { body: string; headers: Record<string, string> }[];
  /** A session of whoever runs the installation. */
  operator: string;
  /** What the product has logged as a warning or worse, instead of printing it. */
  logged: readonly string[];
};

export type SendInit = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer> | undefined;
  /** A session or API key. */
  as?: string | undefined;
  address?: string;
  signal?: AbortSignal;
};

/**
 * Opens a world. Deliveries of the queue and the providers' clocks stand still unless `alive`: what a request leads
 * to later would otherwise race what the test looks at.
 */
export async function openWorld({ alive = false, timeScale = 1 } = {}): Promise<World> {
  const logged = keepLog();
  const product = await startTestProduct({ timeScale });
  if (!alive) {
    product.product.sandbox.qstash.stop();
    await product.setTimeScale(0.01);
  }
  const router = createFunctionsRouter({
    dir: `${ROOT}functions/api`,
    onError: (error, { path }) => console.error(path, error),
  });
  const operator = await newOperator(product);
  const stored = async (merchant?: string) => {
    await drainBackground();
    await quiet(product);
    const whose = merchant === undefined ? {} : { merchant };
    return fingerprint(product.sql, { ...whose, ignoring: NO_CHANGE });
  };
  return {
    ...product,
    operator,
    logged,
    session,
    send: (target, init = {}) => send(router, product.url + target, init),
    withoutDatabase: (act) => withoutDatabase(product.url, act),
    fingerprint: stored,
    traces: async () => ({ ...(await stored()), ...askedOf(product) }),
    taken: (provider, method, path) =>
      product.product.sandbox.kernel.requests
        .list(provider)
        .filter(
          (entry) => entry.method === method && entry.path.includes(path) && (entry.status ?? 500) < 300,
        )
        .map(({ body, headers }) => ({ body, headers })),
  };
}

/** The lines that the product writes from here on, from warnings up. */
function keepLog(): string[] {
  const lines: string[] = [];
  sendLogTo((line) => lines.push(line), "warning");
  return lines;
}

async function send(router: FunctionsRouter, url: string, init: SendInit): Promise<Response> {
  const headers = new Headers({ "x-forwarded-for": init.address ?? anyAddress(), ...init.headers });
  if (init.as !== undefined) headers.set("authorization", `Bearer ${init.as}`);
  const { method = "GET", body, signal } = init;
  return router.fetch(
    new Request(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    }),
  );
}

/** One of 16 million, so that no test meets another's limit by address. */
const anyAddress = () => `10.${Array.from(crypto.getRandomValues(new Uint8Array(3))).join(".")}`;

async function session(
  userId: string,
  claims: Record<string, unknown> = {},
  secret?: string,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    ...{ sub: userId, role: "authenticated", aud: "authenticated", email: `${userId}@shop.example` },
    ...{ iat: now, exp: now + 300 },
    ...claims,
  })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .sign(new TextEncoder().encode(secret ?? process.env.SUPABASE_JWT_SECRET));
}

async function newOperator({ sql }: TestProduct): Promise<string> {
  const id = uuidv7();
  await sql`insert into public.operators (user_id) values (${id})`;
  // As long as the longest test file on the slowest machine.
  return session(id, { exp: Math.floor(Date.now() / 1000) + 7200 });
}

/** Port 1 answers nobody: every question to PostgREST is refused by the machine itself. */
async function withoutDatabase<T>(url: string, act: () => Promise<T>): Promise<T> {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const asked = input instanceof Request ? input.url : String(input);
    if (!asked.startsWith(`${url}/rest/v1`)) return real(input, init);
    return real(asked.replace(url, "http://127.0.0.1:1"), init);
  };
  try {
    return await act();
  } finally {
    globalThis.fetch = real;
  }
}

/** Waits until Stripe has told the product all it has to tell. */
export async function quiet({ control }: Pick<TestProduct, "control">): Promise<void> {
  const isQuiet = async () =>
    (await control<{ undelivered: unknown[] }>("GET", "/payments")).undelivered.length === 0;
  await eventually(isQuiet, "Stripe to have told everything");
}

const PROVIDERS = ["twilio", "stripe", "smtp", "qstash"];
/** When something was last touched is no change of it. */
const NO_CHANGE = ["updated_at", "last_used_at", "claimed_until"];

/** What was asked of each provider to do, whether it did it or not. */
function askedOf({ product }: TestProduct): Record<string, string> {
  const log = product.sandbox.kernel.requests;
  const asked = PROVIDERS.map((provider): [string, string] => {
    const acts = log.list(provider).filter((one) => one.direction === "to-provider" && one.method !== "GET");
    return [`asked of ${provider}`, `${acts.length}, the last at ${acts.at(-1)?.at ?? "no time"}`];
  });
  return Object.fromEntries(asked);
}

/** Every operation of one path. */
export const contractsAt = (path: string) => contracts.filter((contract) => contract.path === path);

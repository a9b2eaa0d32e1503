import { App, type EmailMessage } from "@supabase/lite";
import type { PostgresConnection } from "@supabase/lite/postgres";
import postgres from "postgres";
import { bootstrapProject, installAuthHelpers, SEARCH_PATH } from "./bootstrap.ts";
import { createMendedConnection, currentRequest, silenceAnsweredErrors } from "./lite-mends.ts";
import { outliveLostConnections } from "./lost-connection.ts";
import { migrate } from "./migrate.ts";

/** Auth and PostgREST of a Supabase project, for development and tests, over a PostgreSQL of ours. */
export type Supabase = {
  /** Serves `/auth/v1/**` and `/rest/v1/**`. */
  fetch(request: Request): Promise<Response>;
  /** Forgets the schema it has seen: after migrating a database that is being served. */
  reloadSchema(): Promise<void>;
  close(): Promise<void>;
};

export type ProjectKeys = {
  /** `sb_publishable_…`: browsers send it as `apikey`. */
  publishableKey: string;
  /** `sb_secret_…`: as `apikey` it makes a request the service role. */
  secretKey: string;
  /** HS256 key of the sessions' tokens, and of tokens that the product signs itself. */
  jwtSecret: string;
};

export type SupabaseOptions = ProjectKeys & {
  databaseUrl: string;
  /** Where this API is reached: the links in its mails begin with it. No trailing slash. */
  siteUrl: string;
  /** Receives the mails of sign-up, magic link and reset. */
  onMail?: (mail: { to: string; subject: string; text: string; html?: string }) => Promise<void>;
  /** Sign-ups must follow the link in a mail first. Default false. */
  confirmEmail?: boolean;
  maxConnections?: number;
};

/**
 * Brings an empty or older database to where the product can use it: roles and schemas, the auth tables,
 * the migrations. Safe to repeat. Returns the versions of the migrations applied now.
 */
export async function prepareDatabase(databaseUrl: string, migrationsDir: string): Promise<string[]> {
  const connection = { search_path: SEARCH_PATH };
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {}, connection });
  try {
    await bootstrapProject(sql);
    await createAuthTables(databaseUrl);
    await installAuthHelpers(sql);
    return await migrate(sql, migrationsDir);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

async function createAuthTables(databaseUrl: string): Promise<void> {
  const connection = createMendedConnection(databaseUrl, 1);
  const auth = { enabled: true, jwt_secret: "only the tables are made here", site_url: "http://localhost" };
  try {
    await new App({ connection, auth }).ensureSystemSchema();
  } finally {
    await connection.close();
  }
}

/**
 * Serves a prepared database. A pool whose server was restarted under it would wait for answers that never come: it is
 * given up as a whole, and the next request opens another.
 */
export function createSupabase(options: SupabaseOptions): Supabase {
  silenceAnsweredErrors();
  outliveLostConnections();
  let serving: Serving | undefined;
  const current = (): Serving => {
    serving ??= openServing(options, (lost) => {
      if (serving === lost) serving = undefined;
    });
    return serving;
  };
  return {
    fetch: (request) => {
      const { pathname } = new URL(request.url);
      const facts = { method: request.method, path: pathname, headers: Object.fromEntries(request.headers) };
      const { app, lost } = current();
      return currentRequest.run(facts, async () =>
        Promise.race([app.fetch(request), lost.then(unreachable)]),
      );
    },
    reloadSchema: () => current().connection.clearSchemaCache(),
    close: async () => serving?.connection.close(),
  };
}

/** A pool, and what serves with it until one of its connections is lost. */
type Serving = { app: App; connection: PostgresConnection; lost: Promise<void> };

/** A connection may also have ended in peace, of old age: requests on the others get this long to finish. */
const LAST_REQUESTS_MS = 1_000;

function openServing(options: SupabaseOptions, onLost: (serving: Serving) => void): Serving {
  const { promise: lost, resolve } = Promise.withResolvers<void>();
  const connection = createMendedConnection(options.databaseUrl, options.maxConnections ?? 10, () => {
    onLost(serving);
    setTimeout(resolve, LAST_REQUESTS_MS).unref();
  });
  const serving = { app: createApp(options, connection), connection, lost };
  void lost.then(() => connection.close()).catch(() => undefined);
  return serving;
}

/** As PostgREST says it: https://docs.postgrest.org/en/stable/references/errors.html#pgrst001 */
const unreachable = (): Response =>
  Response.json(
    { code: "PGRST001", message: "Could not connect with the database.", details: null, hint: null },
    { status: 503 },
  );

function createApp(options: SupabaseOptions, connection: PostgresConnection): App {
  return new App({
    connection,
    auth: {
      enabled: true,
      jwt_secret: options.jwtSecret,
      site_url: options.siteUrl,
      publishable_key: options.publishableKey,
      secret_key: options.secretKey,
      email: { enable_signup: true, enable_confirmations: options.confirmEmail ?? false },
    },
    options: {
      drivers: { email: { send: (mail) => deliver(options, mail) } },
      server: { disableStudio: true },
    },
  });
}

async function deliver(options: SupabaseOptions, mail: EmailMessage): Promise<void> {
  const { to, subject, text, html } = mail;
  await options.onMail?.({ to, subject, text: text ?? "", ...(html === undefined ? {} : { html }) });
}

export type Source = Record<string, string | undefined>;

/** The raw environment of Node or Deno, looked up when asked for. Only env.ts and the log may read it. */
export function processEnv(): Source {
  const runtime = globalThis as {
    process?: { env?: Source };
    Deno?: { env: { toObject(): Source } };
  };
  return runtime.process?.env ?? runtime.Deno?.env.toObject() ?? {};
}

import { type ChildProcess, fork } from "node:child_process";

/** The functions in a process of their own, which can be killed at any moment and comes back. */
export type FunctionsProcess = {
  /** Answers 502 when the process dies over it, or is down on purpose. A process that still starts is waited for. */
  fetch(request: Request): Promise<Response>;
  /** SIGKILL. The next process serves after `outageMs`, in which everything is refused. */
  kill(outageMs: number): void;
  /** False while the process that serves, or the one that would take over, is still starting: an outage has its own time. */
  ready(): boolean;
  /** When each request that is being served now began, in milliseconds since the epoch. */
  running(): readonly number[];
  kills(): number;
  /** Processes that ended and were not killed. */
  crashes(): number;
  /** What the processes said on stderr and stdout, newest last. */
  output(): readonly string[];
  stop(): Promise<void>;
};

type Instance = { process: ChildProcess; url: string };

const KEPT_LINES = 4_000;

export function createFunctionsProcess(entry: string, env: Record<string, string>): FunctionsProcess {
  const lines: string[] = [];
  const say = (chunk: Buffer) => {
    lines.push(...chunk.toString().trimEnd().split("\n"));
    if (lines.length > KEPT_LINES) lines.splice(0, lines.length - KEPT_LINES);
  };
  let spareReady = false;
  const launchSpare = () => {
    spareReady = false;
    const launched = launch(entry, env, say);
    void launched.then(() => {
      if (spare === launched) spareReady = true;
    });
    return launched;
  };
  let spare = launchSpare();
  let active: Promise<Instance | undefined> = Promise.resolve(undefined);
  let ready = false;
  let crashes = 0;
  /** As on a platform that scales: another instance is there, and yet another is made ready. */
  const promote = () => {
    const next = spare;
    active = next;
    ready = false;
    void next.then((instance) => {
      if (active === next) ready = true;
      instance.process.once("exit", () => {
        if (active !== next) return;
        crashes += 1;
        promote();
      });
    });
    spare = launchSpare();
  };
  promote();
  const running = new Set<{ since: number }>();
  let kills = 0;
  let downUntil = 0;

  return {
    async fetch(request) {
      if (Date.now() < downUntil) return badGateway("connection refused");
      const one = { since: Date.now() };
      running.add(one);
      try {
        const instance = await active;
        return instance ? await forward(instance, request) : badGateway("stopped");
      } catch {
        return badGateway("connection reset");
      } finally {
        running.delete(one);
      }
    },
    kill(outageMs) {
      kills += 1;
      downUntil = Date.now() + outageMs;
      void active.then((instance) => instance?.process.kill("SIGKILL"));
      promote();
    },
    ready: () => ready && spareReady && Date.now() >= downUntil,
    running: () => [...running].map(({ since }) => since),
    kills: () => kills,
    crashes: () => crashes,
    output: () => lines,
    async stop() {
      const instances = await Promise.allSettled([active, spare]);
      active = Promise.resolve(undefined); // And so nothing comes after them.
      for (const one of instances) if (one.status === "fulfilled") one.value?.process.kill("SIGKILL");
    },
  };
}

async function launch(
  entry: string,
  env: Record<string, string>,
  say: (chunk: Buffer) => void,
): Promise<Instance> {
  const process_ = fork(entry, [], {
    env: { PATH: process.env.PATH ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  process_.stdout?.on("data", say);
  process_.stderr?.on("data", say);
  const port = await new Promise<number>((resolve, reject) => {
    process_.once("message", (message) => resolve((message as { port: number }).port));
    process_.once("exit", (code) => reject(new Error(`the functions' process ended at its start (${code})`)));
  });
  return { process: process_, url: `http://127.0.0.1:${port}` };
}

/** The host stays the public one in the address that signatures are made of: the product takes it from its settings. */
async function forward({ url }: Instance, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const body = request.method === "GET" || request.method === "HEAD" ? null : await request.arrayBuffer();
  const headers = new Headers(request.headers);
  for (const name of ["host", "connection", "content-length", "transfer-encoding", "keep-alive"])
    headers.delete(name);
  const answer = await fetch(url + pathname + search, {
    method: request.method,
    headers,
    redirect: "manual",
    signal: request.signal,
    ...(body ? { body } : {}),
  });
  const content = await answer.arrayBuffer();
  const kept = new Headers(answer.headers);
  for (const name of ["content-length", "transfer-encoding", "connection", "keep-alive"]) kept.delete(name);
  return new Response([204, 304].includes(answer.status) ? null : content, {
    status: answer.status,
    headers: kept,
  });
}

const badGateway = (why: string) =>
  new Response(why, { status: 502, headers: { "content-type": "text/plain" } });

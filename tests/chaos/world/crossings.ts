/**
 * Where the functions' process touches anything outside itself, by name: what comes in (`in POST /api/…`) and what it
 * asks of others (`rpc record_turn`, `twilio POST Messages`). Around each lie two steps at which the process can be
 * killed: `before:` it, nothing is done; `after:` it, the work is done and nobody is told.
 */
export type Step = `before:${string}` | `after:${string}`;

export type Crossings = {
  /** Does `work` between the two steps. @throws Killed when the process died at one of them */
  cross<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Steps passed so far: how much was done, however fast the machine is. */
  passed(): number;
};

/** The process that waited for this answer is gone. */
export class Killed extends Error {
  constructor(step: Step) {
    super(`killed at ${step}`);
    this.name = "Killed";
  }
}

/** @param strikes asked at each step; true kills there */
export function createCrossings(strikes: (step: Step) => boolean, kill: (step: Step) => void): Crossings {
  let passed = 0;
  const at = (step: Step) => {
    passed += 1;
    if (!strikes(step)) return;
    kill(step);
    throw new Killed(step);
  };
  return {
    passed: () => passed,
    async cross(name, work) {
      at(`before:${name}`);
      const result = await work();
      at(`after:${name}`);
      return result;
    },
  };
}

/** The name of a request that the functions receive. */
export const incomingName = ({ method, url }: Request): string =>
  `in ${method} ${withoutIds(new URL(url).pathname)}`;

/** The name of a request that the functions send. */
export function outgoingName({ method, url }: Request): string {
  const { pathname } = new URL(url);
  const rpc = /^\/rest\/v1\/rpc\/(\w+)/.exec(pathname)?.[1];
  if (rpc) return `rpc ${rpc}`;
  const table = /^\/rest\/v1\/(\w+)/.exec(pathname)?.[1];
  if (table) return `table ${method} ${table}`;
  const provider = /^\/_sandbox\/(\w+)(\/.*)?$/.exec(pathname);
  if (provider?.[1] === "redis") return "redis";
  if (provider) return `${provider[1]} ${method} ${shortPath(provider[2] ?? "/")}`;
  return `${method} ${withoutIds(pathname)}`;
}

const shortPath = (path: string) =>
  withoutIds(path.replace(/^\/2010-04-01\/Accounts\/[^/]+|^\/v\d(?=\/)/, ""));

const ID = /^([0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{2}[0-9a-f]{32}(\.json)?|[a-z]{2,4}_\w{10,}|\+?\d{7,})$/;

const withoutIds = (path: string): string =>
  path
    .split("/")
    .map((segment) => (ID.test(segment) ? ":id" : segment))
    .join("/");

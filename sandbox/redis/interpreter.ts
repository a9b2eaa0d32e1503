import { createHash } from "node:crypto";
import { lists, sets } from "./collections.ts";
import { arg, type Commands, command, integer, OK, type Reply } from "./command.ts";
import { hashes } from "./hashes.ts";
import { keys } from "./keys.ts";
import { type Keyspace, RedisError } from "./keyspace.ts";
import { createLua, type Lua } from "./lua.ts";
import { strings } from "./strings.ts";
import { zsets } from "./zsets.ts";

const DATA_COMMANDS: Commands = { ...strings, ...keys, ...hashes, ...sets, ...lists, ...zsets };

export type Interpreter = {
  /** Runs one command. @throws RedisError with the error reply. */
  run(parts: readonly string[]): Reply;
  /** The error reply a command earns before it runs: unknown name, wrong number of arguments. */
  check(parts: readonly string[]): string | undefined;
};

export function createInterpreter(keyspace: Keyspace): Interpreter {
  const lua = createLua((parts) => run(DATA_COMMANDS, keyspace, parts));
  const commands = { ...DATA_COMMANDS, ...scripting(lua) };
  return {
    run: (parts) => run(commands, keyspace, parts),
    check: (parts) => complaint(commands, parts),
  };
}

function run(commands: Commands, keyspace: Keyspace, parts: readonly string[]): Reply {
  const wrong = complaint(commands, parts);
  const found = find(commands, parts);
  if (wrong || !found) throw new RedisError(wrong ?? "ERR empty command");
  return found.run(keyspace, parts.slice(1));
}

function find(commands: Commands, parts: readonly string[]) {
  const name = (parts[0] ?? "").toUpperCase();
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
}

function complaint(commands: Commands, parts: readonly string[]): string | undefined {
  const found = find(commands, parts);
  const [name = "", ...args] = parts;
  if (!found) return `ERR unknown command '${name}'`;
  const fits = args.length >= found.min && args.length <= (found.max ?? Number.POSITIVE_INFINITY);
  return fits ? undefined : `ERR wrong number of arguments for '${name.toLowerCase()}' command`;
}

function scripting(lua: Lua): Commands {
  const scripts = new Map<string, string>();
  const load = (script: string) => {
    const sha = createHash("sha1").update(script).digest("hex");
    scripts.set(sha, script);
    return sha;
  };
  const execute = (sha: string, [count, ...rest]: string[]): Reply => {
    const script = scripts.get(sha);
    if (script === undefined) throw new RedisError("NOSCRIPT No matching script. Please use EVAL.");
    const keyCount = integer(count);
    if (keyCount < 0 || keyCount > rest.length)
      throw new RedisError("ERR Number of keys can't be greater than number of args");
    return lua.run(sha, script, rest.slice(0, keyCount), rest.slice(keyCount));
  };
  const run = command(2, undefined, (_, [script = "", ...rest]) => execute(load(script), rest));
  const runSha = command(2, undefined, (_, [sha = "", ...rest]) => execute(sha.toLowerCase(), rest));

  return {
    EVAL: run,
    EVAL_RO: run,
    EVALSHA: runSha,
    EVALSHA_RO: runSha,
    SCRIPT: command(1, undefined, (_, [action = "", ...rest]) => {
      const name = action.toUpperCase();
      if (name === "LOAD") return load(arg(rest, 0));
      if (name === "EXISTS") return rest.map((sha) => (scripts.has(sha.toLowerCase()) ? 1 : 0));
      if (name !== "FLUSH") throw new RedisError(`ERR unknown subcommand '${action}'`);
      scripts.clear();
      return OK;
    }),
  };
}

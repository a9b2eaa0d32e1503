import fengari, { type LuaState } from "fengari";
import type { Reply } from "./command.ts";
import { RedisError } from "./keyspace.ts";

const { lua, lauxlib, lualib, to_luastring: bytes, to_jsstring: text } = fengari;

export type Call = (args: string[]) => Reply;
export type Lua = {
  /** Runs a script with Redis's `KEYS`, `ARGV` and `redis`. @throws RedisError with the script's error. */
  run(sha: string, script: string, keys: string[], argv: string[]): Reply;
};

/**
 * Redis runs Lua 5.1, where every number is a double; fengari is 5.3 with 32-bit integers, which a timestamp in
 * milliseconds would overflow. So numbers are made floats, and written without `.0`.
 */
const PRELUDE = `
unpack = table.unpack
local parse, write = tonumber, tostring
function tonumber(value, base)
  local number
  if base then number = parse(value, base) else number = parse(value) end
  return number and number + 0.0
end
function tostring(value)
  return (string.gsub(write(value), "^(-?%d+)%.0$", "%1"))
end`;

/** One Lua state for all scripts, each compiled once. Calls never overlap: all of it is synchronous. */
export function createLua(call: Call): Lua {
  const L = lauxlib.luaL_newstate();
  const compiled = new Map<string, number>();
  lualib.luaL_openlibs(L);
  if (lauxlib.luaL_loadstring(L, bytes(PRELUDE)) !== lua.LUA_OK || lua.lua_pcall(L, 0, 0, 0) !== lua.LUA_OK)
    throw new Error("the Lua prelude does not run");
  installRedis(L, call);

  const compile = (sha: string, script: string): number => {
    const known = compiled.get(sha);
    if (known !== undefined) return known;
    // Redis's own first line, `#!lua flags=…`, is not Lua.
    const source = script.replace(/^#!.*/, "");
    if (lauxlib.luaL_loadstring(L, bytes(source)) !== lua.LUA_OK)
      throw new RedisError(`ERR Error compiling script (new function): ${popError(L)}`);
    const made = lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX);
    compiled.set(sha, made);
    return made;
  };

  return {
    run(sha, script, keys, argv) {
      const made = compile(sha, script);
      lua.lua_settop(L, 0);
      push(L, keys);
      lua.lua_setglobal(L, bytes("KEYS"));
      push(L, argv);
      lua.lua_setglobal(L, bytes("ARGV"));
      lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, made);
      if (lua.lua_pcall(L, 0, 1, 0) !== lua.LUA_OK) throw new RedisError(`${popError(L)} script: ${sha}`);
      const reply = read(L, -1);
      lua.lua_settop(L, 0);
      return reply;
    },
  };
}

function installRedis(L: LuaState, call: Call): void {
  const run = (raises: boolean) => (state: LuaState) => {
    try {
      push(state, call(readArguments(state)));
      return 1;
    } catch (error) {
      if (!(error instanceof RedisError)) throw error;
      pushField(state, "err", error.message);
      return raises ? lua.lua_error(state) : 1;
    }
  };
  const reply = (field: string) => (state: LuaState) => {
    pushField(state, field, text(lua.lua_tostring(state, 1) ?? bytes("")));
    return 1;
  };
  lua.lua_createtable(L, 0, 4);
  const members = {
    call: run(true),
    pcall: run(false),
    error_reply: reply("err"),
    status_reply: reply("ok"),
  };
  for (const [name, member] of Object.entries(members)) {
    lua.lua_pushjsfunction(L, member);
    lua.lua_setfield(L, -2, bytes(name));
  }
  lua.lua_setglobal(L, bytes("redis"));
}

function readArguments(L: LuaState): string[] {
  return Array.from({ length: lua.lua_gettop(L) }, (_, i) => {
    const type = lua.lua_type(L, i + 1);
    if (type === lua.LUA_TNUMBER) return String(lua.lua_tonumber(L, i + 1));
    const value = type === lua.LUA_TSTRING ? lua.lua_tostring(L, i + 1) : null;
    if (!value) throw new RedisError("ERR Lua redis lib command arguments must be strings or integers");
    return text(value);
  });
}

/** Redis's conversion from a reply to Lua: nil is false, a status is a table with `ok`. */
function push(L: LuaState, reply: Reply): void {
  if (reply === null) lua.lua_pushboolean(L, false);
  else if (typeof reply === "number") lua.lua_pushnumber(L, reply);
  else if (typeof reply === "string") lua.lua_pushstring(L, bytes(reply));
  else if (Array.isArray(reply)) {
    lua.lua_createtable(L, reply.length, 0);
    for (const [at, item] of reply.entries()) {
      push(L, item);
      lua.lua_rawseti(L, -2, at + 1);
    }
  } else pushField(L, "ok", reply.status);
}

function pushField(L: LuaState, field: string, value: string): void {
  lua.lua_createtable(L, 0, 1);
  lua.lua_pushstring(L, bytes(value));
  lua.lua_setfield(L, -2, bytes(field));
}

/** And back: numbers lose their fraction, true is 1, a list ends at its first nil. */
function read(L: LuaState, index: number): Reply {
  const at = lua.lua_absindex(L, index);
  const type = lua.lua_type(L, at);
  if (type === lua.LUA_TNUMBER) return Math.trunc(lua.lua_tonumber(L, at));
  if (type === lua.LUA_TSTRING) return text(lua.lua_tostring(L, at) ?? bytes(""));
  if (type === lua.LUA_TBOOLEAN) return lua.lua_toboolean(L, at) ? 1 : null;
  if (type !== lua.LUA_TTABLE) return null;

  const error = field(L, at, "err");
  if (error !== undefined) throw new RedisError(error);
  const status = field(L, at, "ok");
  return status === undefined ? readList(L, at) : { status };
}

function readList(L: LuaState, at: number): Reply[] {
  const list: Reply[] = [];
  for (let i = 1; ; i++) {
    const type = lua.lua_rawgeti(L, at, i);
    if (type !== lua.LUA_TNIL) list.push(read(L, -1));
    lua.lua_pop(L, 1);
    if (type === lua.LUA_TNIL) return list;
  }
}

function field(L: LuaState, at: number, name: string): string | undefined {
  const type = lua.lua_getfield(L, at, bytes(name));
  const value = type === lua.LUA_TSTRING ? text(lua.lua_tostring(L, -1) ?? bytes("")) : undefined;
  lua.lua_pop(L, 1);
  return value;
}

function popError(L: LuaState): string {
  const message =
    lua.lua_type(L, -1) === lua.LUA_TTABLE
      ? field(L, lua.lua_absindex(L, -1), "err")
      : text(lua.lua_tostring(L, -1) ?? bytes("unknown error"));
  lua.lua_settop(L, 0);
  return message ?? "ERR unknown error";
}

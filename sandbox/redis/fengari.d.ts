/** The part of fengari (Lua 5.3 in JavaScript) that scripts need; the package brings no types. */
declare module "fengari" {
  export type LuaState = { readonly __lua: unique symbol };
  type LuaString = Uint8Array;
  type LuaFunction = (L: LuaState) => number;

  const fengari: {
    to_luastring(text: string): LuaString;
    to_jsstring(bytes: LuaString): string;
    lua: {
      LUA_OK: number;
      LUA_REGISTRYINDEX: number;
      LUA_TNIL: number;
      LUA_TBOOLEAN: number;
      LUA_TNUMBER: number;
      LUA_TSTRING: number;
      LUA_TTABLE: number;
      lua_gettop(L: LuaState): number;
      lua_settop(L: LuaState, index: number): void;
      lua_pop(L: LuaState, count: number): void;
      lua_type(L: LuaState, index: number): number;
      lua_absindex(L: LuaState, index: number): number;
      lua_createtable(L: LuaState, array: number, record: number): void;
      lua_pushstring(L: LuaState, text: LuaString): void;
      lua_pushnumber(L: LuaState, value: number): void;
      lua_pushboolean(L: LuaState, value: boolean): void;
      lua_pushjsfunction(L: LuaState, run: LuaFunction): void;
      lua_setfield(L: LuaState, index: number, key: LuaString): void;
      lua_getfield(L: LuaState, index: number, key: LuaString): number;
      lua_rawseti(L: LuaState, index: number, at: number): void;
      lua_rawgeti(L: LuaState, index: number, at: number): number;
      lua_setglobal(L: LuaState, name: LuaString): void;
      lua_tonumber(L: LuaState, index: number): number;
      lua_toboolean(L: LuaState, index: number): boolean;
      lua_tostring(L: LuaState, index: number): LuaString | null;
      lua_pcall(L: LuaState, args: number, results: number, handler: number): number;
      lua_error(L: LuaState): number;
    };
    lauxlib: {
      luaL_newstate(): LuaState;
      luaL_loadstring(L: LuaState, script: LuaString): number;
      luaL_ref(L: LuaState, table: number): number;
    };
    lualib: { luaL_openlibs(L: LuaState): void };
  };
  export default fengari;
}

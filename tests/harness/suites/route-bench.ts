import { expect } from "vitest";
import type { Contract } from "../../../functions/platform/contract.ts";
import type { Foreign } from "./foreign.ts";
import type { Shop } from "./shop.ts";
import type { SendInit, World } from "./world.ts";

/** What fills a contract's holes. */
export type Parts = { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };

export type ApiRouteCase = {
  contract: Contract;
  /** Arranges what the request is about in this shop, and answers the parts of a request that works. */
  arrange(shop: Shop, world: World): Promise<Parts> | Parts;
  /** Requests that are wrong in one field; each part replaces that of the working one. */
  bad?: { field: string; parts: Parts }[];
  /** Checks an answer that is no JSON of the contract: a redirect, audio, a stream. */
  answers?(response: Response, shop: Shop, world: World): Promise<void>;
  /** For each id that the body or query takes: a request that puts another merchant's there. */
  foreign?: Record<string, Foreign>;
  /** The route has no business with the database. */
  aloof?: true;
};

/** A route in a shop of its own, and another shop beside it. */
export type Bench = {
  world: World;
  route: ApiRouteCase;
  shop: Shop;
  other: Shop;
  caller: string | undefined;
};

export function callerOf({ auth }: Contract, shop: Shop, world: World): string | undefined {
  if (auth === "public") return undefined;
  return auth === "operator" ? world.operator : shop.owner;
}

/** Sends the request that these parts make of the contract. */
export function ask({ world, route }: Bench, parts: Parts, init: SendInit = {}): Promise<Response> {
  const { contract } = route;
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(parts.params?.[name] ?? ""),
  );
  const query = parts.query ? `?${new URLSearchParams(parts.query)}` : "";
  const hasBody = contract.body !== undefined && init.body === undefined;
  return world.send(path + query, {
    method: contract.method,
    ...(hasBody ? { body: JSON.stringify(parts.body ?? {}) } : {}),
    ...init,
    headers: { ...(contract.body ? { "content-type": "application/json" } : {}), ...init.headers },
  });
}

export const arranged = async ({ route, shop, world }: Bench) => route.arrange(shop, world);

/** Runs `act` and holds the whole database, and what providers were asked, against what it was before. */
export async function changingNothing<T>({ world }: Bench, act: () => Promise<T>): Promise<T> {
  const before = await world.traces();
  const result = await act();
  expect(await world.traces()).toEqual(before);
  return result;
}

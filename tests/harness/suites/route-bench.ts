import { expect } from "vitest";
import type { Contract } from "../../../functions/platform/contract.ts";
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
  /** The route has no business with the database. */
  aloof?: true;
};

export type Bench = {
  world: World;
  route: ApiRouteCase;
  shop: Shop;
  other: Shop;
  caller: string | undefined;
};

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

/** Runs `act` and holds the whole database against what it was before. */
export async function changingNothing<T>({ world }: Bench, act: () => Promise<T>): Promise<T> {
  const before = await world.fingerprint();
  const result = await act();
  expect(await world.fingerprint()).toEqual(before);
  return result;
}

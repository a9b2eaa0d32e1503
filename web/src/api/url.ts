import type { Contract } from "../../../functions/platform/contract.ts";

type Parts = { params?: unknown; query?: unknown };

/** The path and query of a request; a parameter that is missing is a mistake of ours, so it throws. */
export function urlOf(contract: Pick<Contract, "path">, { params, query }: Parts): string {
  const values = new Map(Object.entries(params ?? {}));
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`${contract.path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

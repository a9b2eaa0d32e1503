import * as z from "zod";
import { apiRoute } from "../../../functions/platform/api-route.ts";
import type { Chassis } from "../../../functions/platform/chassis.ts";
import { type Contract, defineContract } from "../../../functions/platform/contract.ts";
import { fakeChassis } from "./support.ts";

/** What every contract of these tests has. */
export const base = { summary: "", tag: "test", response: z.unknown() } as const;
/** A read with parameters, of members and of keys with the scope. */
export const getOrder = defineContract({
  ...base,
  method: "GET",
  path: "/api/orders/:id",
  auth: "merchant",
  scope: "orders:read",
  params: z.object({ id: z.coerce.number().int() }),
  query: z.object({ expand: z.array(z.string()).optional(), limit: z.coerce.number().max(50).default(20) }),
});
/** A write with a body, of owners, which may be repeated under a key. */
export const refund = defineContract({
  ...base,
  method: "POST",
  path: "/api/orders/:id",
  auth: "merchant",
  roles: ["owner"],
  idempotent: true,
  body: z.object({ amountCents: z.int().min(1), why: z.object({ text: z.string() }).optional() }),
  status: 201,
});

/** Headers of an owner; of one who sends JSON; a POST of this body by them. */
export const owner = { authorization: "Bearer owner" };
export const json = { ...owner, "content-type": "application/json" };
export const send = (body: unknown, headers: Record<string, string> = {}) => ({
  method: "POST",
  headers: { ...json, ...headers },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

/** A route of this contract that answers what it was given. */
export const echo = (contract: Contract, chassis: Chassis = fakeChassis()) =>
  apiRoute(
    contract,
    () => ({ chassis }),
    (_, ctx, input) => ({ input, actor: ctx.actor.kind, merchant: ctx.merchant?.merchantId ?? null }),
  );

/** The error in our envelope. */
export const errorOf = async (response: Response) => (await response.json()).error;

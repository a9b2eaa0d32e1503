import * as z from "zod";
import { defineContract } from "../../platform/contract.ts";

const base = { tag: "payments", auth: "merchant", roles: ["owner", "admin"] } as const;

export const paymentsConnectContract = defineContract({
  ...base,
  method: "POST",
  path: "/api/config/payments/connect",
  summary: "Begin or resume connecting Stripe; send the person to `url`",
  scope: "payments:write",
  body: z.object({ provider: z.literal("stripe").default("stripe") }),
  response: z.object({ url: z.url() }),
});

/** `pending`: not finished at Stripe; `restricted`: Stripe wants something; `revoked`: disconnected there. */
export const paymentsStatusContract = defineContract({
  ...base,
  method: "GET",
  path: "/api/config/payments/connect/status",
  summary: "Can this merchant take payments, and if not, what is missing",
  scope: "merchant:read",
  response: z.object({
    provider: z.literal("stripe"),
    status: z.enum(["not_connected", "pending", "restricted", "active", "revoked"]),
    accountId: z.string().nullable(),
    chargesEnabled: z.boolean(),
    payoutsEnabled: z.boolean(),
    requirementsDue: z.array(z.string()),
  }),
});

const state = z.object({ state: z.string().min(1).max(2000) });

export const paymentsReturnContract = defineContract({
  method: "GET",
  path: "/api/config/payments/connect/return",
  summary: "Stripe sends the person back here; leads on to the app",
  tag: "payments",
  auth: "public",
  query: state,
  response: z.void(),
  status: 302,
});

export const paymentsRefreshContract = defineContract({
  method: "GET",
  path: "/api/config/payments/connect/refresh",
  summary: "An onboarding link was used up; leads to a new one",
  tag: "payments",
  auth: "public",
  query: state,
  response: z.void(),
  status: 302,
});

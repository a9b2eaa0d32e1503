import * as z from "zod";
import { defineContract } from "../../platform/contract.ts";
import { currency, displayName, email, id, idParam, locale, phone, time } from "../shared/schemas.ts";

export const verticals = ["restaurant", "salon", "hvac", "plumbing", "retail", "other"] as const;

/** A sales tax: `ratePpm` is parts per million of the subtotal (99750 is 9.975 %). */
export const tax = z.object({ name: z.string().trim().min(1).max(40), ratePpm: z.int().min(0).max(500_000) });

const timeZone = z.string().refine(isTimeZone, "an IANA time zone, like America/Toronto");

function isTimeZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: value }));
  } catch {
    return false;
  }
}

const profile = z.object({
  name: displayName,
  vertical: z.enum(verticals),
  locale,
  timeZone,
  currency,
  country: z.enum(["CA", "US"]),
  /** Where a caller who asks for a person is put through. */
  transferPhone: phone.nullable(),
  alertEmail: email.nullable(),
  alertPhone: phone.nullable(),
  taxes: z.array(tax).max(5),
  /** Spoken when a caller asks when the shop is open. */
  hoursText: z.string().trim().max(300).nullable(),
  /** Minutes until an unpaid order's link expires; Stripe takes 30 minutes to 24 hours. */
  paymentExpiryMinutes: z.int().min(30).max(1440),
});

export const merchant = profile.extend({ id, status: z.enum(["active", "inactive"]), createdAt: time });
export type Merchant = z.infer<typeof merchant>;

export const createMerchantContract = defineContract({
  method: "POST",
  path: "/api/merchants/create",
  summary: "Create a merchant; the caller becomes its owner",
  tag: "merchants",
  auth: "user",
  idempotent: true,
  body: z.object({
    name: displayName,
    vertical: z.enum(verticals),
    locale,
    timeZone: timeZone.default("America/Toronto"),
    currency: currency.default("cad"),
    country: z.enum(["CA", "US"]).default("CA"),
    transferPhone: phone.nullable().default(null),
    alertEmail: email.nullable().optional(),
    alertPhone: phone.nullable().default(null),
    taxes: z.array(tax).max(5).default([]),
    hoursText: z.string().trim().max(300).nullable().default(null),
  }),
  response: merchant,
  status: 201,
});

export const getMerchantContract = defineContract({
  method: "GET",
  path: "/api/merchants/:id",
  summary: "A merchant's profile",
  tag: "merchants",
  auth: "merchant",
  merchantParam: "id",
  scope: "merchant:read",
  params: idParam,
  response: merchant,
});

export const updateMerchantContract = defineContract({
  method: "PATCH",
  path: "/api/merchants/:id",
  summary: "Change a merchant's profile",
  tag: "merchants",
  auth: "merchant",
  merchantParam: "id",
  roles: ["owner", "admin"],
  scope: "merchant:write",
  params: idParam,
  body: profile.partial(),
  response: merchant,
});

export const onboardingSteps = ["profile", "menu", "number", "payments", "try"] as const;

export const onboardingContract = defineContract({
  method: "GET",
  path: "/api/merchants/:id/onboarding",
  summary: "What is done and what is missing before the merchant is live",
  tag: "merchants",
  auth: "merchant",
  merchantParam: "id",
  scope: "merchant:read",
  params: idParam,
  response: z.object({
    steps: z.array(z.object({ step: z.enum(onboardingSteps), done: z.boolean() })),
    /** The first step that is not done; null when all are. */
    next: z.enum(onboardingSteps).nullable(),
    live: z.boolean(),
  }),
});

const scopes = [
  "merchant:read",
  "merchant:write",
  "catalogue:read",
  "catalogue:write",
  "orders:read",
  "orders:write",
  "calls:read",
  "calls:write",
  "numbers:write",
  "payments:write",
  "messages:read",
] as const;

const apiKey = z.object({
  id,
  name: displayName,
  /** The first characters, to recognise it by. */
  prefix: z.string(),
  scopes: z.array(z.enum(scopes)),
  lastUsedAt: time.nullable(),
  createdAt: time,
  revokedAt: time.nullable(),
});

export const listKeysContract = defineContract({
  method: "GET",
  path: "/api/keys",
  summary: "The merchant's API keys",
  tag: "merchants",
  auth: "merchant",
  roles: ["owner", "admin"],
  response: z.object({ items: z.array(apiKey) }),
});

export const createKeyContract = defineContract({
  method: "POST",
  path: "/api/keys",
  summary: "Create an API key; its secret is shown this once",
  tag: "merchants",
  auth: "merchant",
  roles: ["owner", "admin"],
  body: z.object({ name: displayName, scopes: z.array(z.enum(scopes)).min(1) }),
  response: apiKey.extend({ secret: z.string() }),
  status: 201,
});

export const revokeKeyContract = defineContract({
  method: "DELETE",
  path: "/api/keys/:id",
  summary: "Revoke an API key",
  tag: "merchants",
  auth: "merchant",
  roles: ["owner", "admin"],
  params: idParam,
  response: apiKey,
});

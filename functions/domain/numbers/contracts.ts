import * as z from "zod";
import { defineContract } from "../../platform/contract.ts";
import { id, phone, time } from "../shared/schemas.ts";

/** `pending`: asked for, being bought; `failed` says why in `error`. */
export const phoneNumber = z.object({
  id,
  number: phone.nullable(),
  status: z.enum(["pending", "active", "failed", "released"]),
  error: z.string().nullable(),
  createdAt: time,
  activatedAt: time.nullable(),
});
export type PhoneNumber = z.infer<typeof phoneNumber>;

const search = {
  country: z.enum(["CA", "US"]).default("CA"),
  areaCode: z
    .string()
    .regex(/^\d{3}$/, "three digits")
    .optional(),
  contains: z
    .string()
    .regex(/^[\d*]{2,10}$/, "digits, with * for any")
    .optional(),
};

export const listNumbersContract = defineContract({
  method: "GET",
  path: "/api/numbers",
  summary: "The merchant's telephone numbers",
  tag: "numbers",
  auth: "merchant",
  scope: "merchant:read",
  response: z.object({ items: z.array(phoneNumber) }),
});

export const availableNumbersContract = defineContract({
  method: "GET",
  path: "/api/numbers/available",
  summary: "Numbers that can be bought",
  tag: "numbers",
  auth: "merchant",
  scope: "merchant:read",
  query: z.object(search),
  response: z.object({
    items: z.array(
      z.object({ number: phone, locality: z.string().nullable(), region: z.string().nullable() }),
    ),
  }),
});

export const allocateNumberContract = defineContract({
  method: "POST",
  path: "/api/numbers/allocate",
  summary:
    "Buy a number and lead its calls here; answers `pending` when the carrier is slow and finishes by itself",
  tag: "numbers",
  auth: "merchant",
  roles: ["owner", "admin"],
  scope: "numbers:write",
  idempotent: true,
  body: z.object({ ...search, phoneNumber: phone.optional() }),
  response: phoneNumber,
  status: 201,
});

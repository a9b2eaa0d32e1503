import * as z from "zod";
import { defineContract } from "../../platform/contract.ts";
import { displayName, email, id, locale } from "../shared/schemas.ts";

const password = z.string().min(8, "at least 8 characters").max(72, "at most 72 characters");

/** Tokens of Supabase Auth; `expiresAt` is Unix seconds. */
export const session = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresAt: z.int(),
  user: z.object({ id, email }),
});
export type Session = z.infer<typeof session>;

export const signUpContract = defineContract({
  method: "POST",
  path: "/api/auth/signup",
  summary: "Create an account",
  tag: "accounts",
  auth: "public",
  limit: "signIn",
  body: z.object({ email, password }),
  /** `session` is null when the installation asks for the e-mail address to be confirmed first. */
  response: z.object({ session: session.nullable(), confirmationRequired: z.boolean() }),
  status: 201,
});

export const loginContract = defineContract({
  method: "POST",
  path: "/api/auth/login",
  summary: "Sign in with e-mail and password",
  tag: "accounts",
  auth: "public",
  limit: "signIn",
  body: z.object({ email, password: z.string().min(1).max(200) }),
  response: session,
});

export const refreshContract = defineContract({
  method: "POST",
  path: "/api/auth/refresh",
  summary: "Trade a refresh token for a new session",
  tag: "accounts",
  auth: "public",
  body: z.object({ refreshToken: z.string().min(1).max(2000) }),
  response: session,
});

export const logoutContract = defineContract({
  method: "POST",
  path: "/api/auth/logout",
  summary: "End the session",
  tag: "accounts",
  auth: "user",
  response: z.object({ signedOut: z.literal(true) }),
});

export const meContract = defineContract({
  method: "GET",
  path: "/api/me",
  summary: "The signed-in person and the merchants they belong to",
  tag: "accounts",
  auth: "user",
  response: z.object({
    user: z.object({ id, email }),
    operator: z.boolean(),
    memberships: z.array(
      z.object({ merchantId: id, name: displayName, role: z.enum(["owner", "admin", "staff"]), locale }),
    ),
  }),
});

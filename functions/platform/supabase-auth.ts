import * as z from "zod/mini";
import type { DatabaseEnv } from "./database.ts";
import { AppError } from "./errors.ts";
import { createHttpClient, type HttpResponse } from "./http.ts";

/** Tokens as Supabase Auth gives them; `expiresAt` is Unix seconds. */
export type AuthSession = {
  accessToken: string;
  refreshToken: string;
  expiresAt: number;
  user: { id: string; email: string };
};

const sessionBody = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
  user: z.object({ id: z.string(), email: z.string() }),
});
const errorBody = z.object({
  error_code: z.optional(z.string()),
  code: z.optional(z.union([z.string(), z.number()])),
  msg: z.optional(z.string()),
});

/**
 * Supabase Auth over HTTP: what signing up and in needs, without its 60 kB client.
 * https://supabase.com/docs/reference/self-hosting-auth/introduction
 * @throws AppError with sentences for people: which of e-mail and password was wrong is never told.
 */
export function supabaseAuth(env: DatabaseEnv, requestId: string) {
  const http = createHttpClient("supabase-auth", { requestId });
  const post = async (path: string, body: unknown, token?: string): Promise<HttpResponse> => {
    try {
      return await http.send({
        method: "POST",
        url: `${env.supabase.url}/auth/v1${path}`,
        headers: {
          "content-type": "application/json",
          apikey: env.supabase.publishableKey,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify(body),
      });
    } catch (cause) {
      throw new AppError("unavailable", "Signing in is not possible just now. Try again shortly.", {
        cause,
        retryAfter: 5,
      });
    }
  };

  return {
    /** Null when the address has to be confirmed by mail first. */
    async signUp(email: string, password: string): Promise<AuthSession | null> {
      const response = await post("/signup", { email, password });
      if (isOk(response)) return readSession(response);
      const code = codeOf(response);
      if (code === "user_already_exists" || code === "email_exists") {
        throw new AppError(
          "conflict",
          "There is already an account with this e-mail address. Sign in instead.",
        );
      }
      if (code === "weak_password") throw badField("password", "Choose a longer or less common password.");
      throw refusal(response, "The account could not be created.");
    },

    async signIn(email: string, password: string): Promise<AuthSession> {
      const response = await post("/token?grant_type=password", { email, password });
      if (isOk(response)) return required(response);
      if (codeOf(response) === "email_not_confirmed") {
        throw new AppError("forbidden", "Confirm your e-mail address first: follow the link we sent you.");
      }
      if (response.status < 500 && response.status !== 429) {
        throw new AppError("unauthenticated", "The e-mail address or the password is not right.");
      }
      throw refusal(response, "Signing in is not possible just now.");
    },

    async refresh(refreshToken: string): Promise<AuthSession> {
      const response = await post("/token?grant_type=refresh_token", { refresh_token: refreshToken });
      if (isOk(response)) return required(response);
      if (response.status < 500 && response.status !== 429) {
        throw new AppError("unauthenticated", "The session has ended. Sign in again.");
      }
      throw refusal(response, "Signing in is not possible just now.");
    },

    /** A session that is gone already is signed out. */
    async signOut(token: string): Promise<void> {
      const response = await post("/logout?scope=local", {}, token);
      if (response.status >= 500) throw refusal(response, "Signing out did not work. Try again.");
    },

    /** The cheapest question there is: tells health whether Auth answers. */
    async ping(): Promise<boolean> {
      const response = await http.send({
        method: "GET",
        url: `${env.supabase.url}/auth/v1/health`,
        headers: { apikey: env.supabase.publishableKey },
        timeoutMs: 2000,
      });
      return response.status < 500;
    },
  };
}

const isOk = ({ status }: HttpResponse) => status >= 200 && status < 300;

function readSession(response: HttpResponse): AuthSession | null {
  const parsed = sessionBody.safeParse(response.json());
  if (!parsed.success) return null;
  const { access_token, refresh_token, expires_in, user } = parsed.data;
  const expiresAt = Math.floor(Date.now() / 1000) + expires_in;
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    expiresAt,
    user: { id: user.id, email: user.email },
  };
}

function required(response: HttpResponse): AuthSession {
  const session = readSession(response);
  if (session) return session;
  throw new AppError("unavailable", "Signing in is not possible just now.", {
    cause: new Error("no session in the answer"),
  });
}

function codeOf(response: HttpResponse): string | undefined {
  try {
    const parsed = errorBody.safeParse(response.json());
    const code = parsed.success ? (parsed.data.error_code ?? parsed.data.code) : undefined;
    return typeof code === "string" ? code : undefined;
  } catch {
    return undefined;
  }
}

const badField = (field: string, message: string) =>
  new AppError("invalid_request", message, { details: [{ field, message }] });

function refusal(response: HttpResponse, message: string): AppError {
  const cause = new Error(`supabase auth answered ${response.status}`);
  if (response.status === 429)
    return new AppError("rate_limited", "Too many tries. Wait a minute.", { cause, retryAfter: 60 });
  return response.status >= 500
    ? new AppError("unavailable", message, { cause, retryAfter: 5 })
    : new AppError("invalid_request", message, { cause });
}

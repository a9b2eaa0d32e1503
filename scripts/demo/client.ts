import { createHash } from "node:crypto";

/** Calls the product as a browser would, as one signed-in person. */
export type ApiClient = {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
};

type Answer = { status: number; body: unknown };

/**
 * @param url where the product is, without a trailing slash
 * @param merchantId sent as X-Merchant-Id
 */
export function createApiClient(url: string, token: string, merchantId?: string): ApiClient {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = new Headers({ Authorization: `Bearer ${token}` });
    if (merchantId) headers.set("X-Merchant-Id", merchantId);
    if (text !== undefined) {
      headers.set("Content-Type", "application/json");
      // The same request again is the same write: an interrupted first start can simply go on.
      headers.set("Idempotency-Key", createHash("sha256").update(`${token}${path}${text}`).digest("hex"));
    }
    const init = { method, headers, ...(text === undefined ? {} : { body: text }) };
    return (await answered(`${method} ${path}`, await fetch(url + path, init))).body as T;
  };
  return { get: (path) => call("GET", path), post: (path, body) => call("POST", path, body) };
}

async function answered(what: string, response: Response): Promise<Answer> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${what} answered ${response.status}: ${text.slice(0, 500)}`);
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}

/**
 * Signs a demo person up at Supabase Auth, or in when they exist. Not through `/api/auth`: its five sign-ins
 * in fifteen minutes belong to the person at the keyboard.
 */
export async function enter(
  auth: { url: string; apiKey: string },
  email: string,
  password: string,
): Promise<{ token: string; userId: string }> {
  const post = (path: string) =>
    fetch(`${auth.url}/auth/v1/${path}`, {
      method: "POST",
      headers: { apikey: auth.apiKey, "Content-Type": "application/json" },
      body: JSON.stringify({ email, password }),
    });
  const signedIn = await post("token?grant_type=password");
  const { body } = await answered("sign-up", signedIn.ok ? signedIn : await post("signup"));
  const session = body as { access_token: string; user: { id: string } };
  return { token: session.access_token, userId: session.user.id };
}

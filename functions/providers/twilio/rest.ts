import * as z from "zod/mini";
import { ProviderError } from "../../platform/errors.ts";
import { failureOf, type HttpClient, type HttpResponse } from "../../platform/http.ts";

export type TwilioAccount = {
  http: HttpClient;
  accountSid: string;
  authToken: string;
  /** `https://api.twilio.com`, or another address that speaks its protocol; a path prefix is kept. */
  apiBaseUrl: string;
};

/** Fields of a form, in Twilio's PascalCase; undefined ones are left out. */
export type Form = Record<string, string | number | boolean | undefined>;

export type TwilioRest = ReturnType<typeof createRest>;

/**
 * Twilio's REST API of 2010, form in, JSON out, below one account.
 * https://www.twilio.com/docs/usage/api
 */
export function createRest({ http, accountSid, authToken, apiBaseUrl }: TwilioAccount) {
  const account = `${apiBaseUrl.replace(/\/$/, "")}/2010-04-01/Accounts/${accountSid}`;
  const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`;

  return {
    get: (path: string, query: Form = {}) =>
      http.send({ method: "GET", url: withQuery(account + path, query), headers: { authorization } }),

    /** `idempotent`: doing it twice is the same as once, so a time-out may be followed by another try. */
    post: (path: string, form: Form, idempotent = false) =>
      http.send({
        method: "POST",
        url: account + path,
        headers: { authorization, "content-type": "application/x-www-form-urlencoded" },
        body: encode(form).toString(),
        idempotent,
      }),

    remove: (path: string) =>
      http.send({ method: "DELETE", url: account + path, headers: { authorization }, idempotent: true }),
  };
}

function withQuery(url: string, query: Form): string {
  const encoded = encode(query).toString();
  return encoded ? `${url}?${encoded}` : url;
}

function encode(form: Form): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(form)) if (value !== undefined) params.set(key, String(value));
  return params;
}

/**
 * The part of an answer we need.
 * @throws ProviderError for a non-2xx; `unknown` for a 2xx we cannot read, for the thing was done.
 */
export function readAnswer<T extends z.ZodMiniType>(response: HttpResponse, schema: T): z.output<T> {
  if (response.status < 200 || response.status >= 300) throw failureOf("twilio", response);
  const result = schema.safeParse(response.json());
  if (result.success) return result.data;
  throw new ProviderError(`twilio answered ${response.status} with an unexpected body`, {
    provider: "twilio",
    kind: "unknown",
    status: response.status,
    cause: z.prettifyError(result.error),
  });
}

import { createHmac } from "node:crypto";

/** Form parameters as Twilio sends them, one value per name. */
export type FormParams = Readonly<Record<string, string>>;

/**
 * `X-Twilio-Signature`: base64 HMAC-SHA1, keyed with the account's auth token, of the URL followed by every
 * parameter's name and value in code-unit order of the names.
 * `url` is the one configured at Twilio, with its query string and without its fragment.
 */
export function signRequest(authToken: string, url: string, params: FormParams): string {
  const names = Object.keys(params).sort();
  const signed = names.reduce((text, name) => text + name + params[name], url);
  return createHmac("sha1", authToken).update(signed, "utf8").digest("base64");
}

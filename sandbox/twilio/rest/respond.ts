import type { Context } from "hono";
import type { World } from "../books.ts";

/** An error of Twilio's REST API, thrown by a handler and answered as Twilio answers it. */
export class RestError extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.name = "RestError";
    this.status = status;
    this.code = code;
  }
}

export const notFound = (c: Context) =>
  new RestError(
    404,
    20404,
    `The requested resource ${c.req.path.replace(/^.*(?=\/2010)/, "")} was not found`,
  );

export function answerError(c: Context, error: RestError): Response {
  const { status, code, message } = error;
  const moreInfo = `https://www.twilio.com/docs/errors/${code}`;
  return c.json({ code, message, more_info: moreInfo, status }, status as 400);
}

/** `Thu, 24 Aug 2023 05:01:45 +0000` */
export const rfc2822 = (iso: string | null): string | null =>
  iso && new Date(iso).toUTCString().replace("GMT", "+0000");

export const accountPath = (world: World): string => `/2010-04-01/Accounts/${world.accountSid}`;

/** The sid in `…/SM123.json`; the API answers JSON only, so another ending does not exist. */
export function sidOf(c: Context): string {
  const file = c.req.param("file") ?? "";
  if (!file.endsWith(".json")) throw notFound(c);
  return file.slice(0, -".json".length);
}

export type Form = {
  get(name: string): string | undefined;
  all(name: string): string[];
  has(name: string): boolean;
};

/** The form-encoded body. Twilio takes nothing else. */
export async function formOf(c: Context): Promise<Form> {
  const params = new URLSearchParams(await c.req.text());
  return {
    get: (name) => params.get(name) ?? undefined,
    all: (name) => params.getAll(name),
    has: (name) => params.has(name),
  };
}

/** One page of a list, as the 2010 API pages: `page`, `page_size`, `next_page_uri`. */
export function pageOf<T>(
  c: Context,
  name: string,
  items: readonly T[],
  present: (item: T) => object,
): Response {
  const url = new URL(c.req.url);
  const path = url.pathname.replace(/^.*(?=\/2010)/, "");
  const size = Math.min(1_000, Math.max(1, Number(url.searchParams.get("PageSize") ?? 50) || 50));
  const page = Math.max(0, Number(url.searchParams.get("Page") ?? 0) || 0);
  const uriOf = (number: number) => {
    const query = new URLSearchParams(url.searchParams);
    query.set("PageSize", String(size));
    query.set("Page", String(number));
    return `${path}?${query}`;
  };
  const shown = items.slice(page * size, (page + 1) * size);
  return c.json({
    [name]: shown.map(present),
    page,
    page_size: size,
    start: page * size,
    end: page * size + Math.max(0, shown.length - 1),
    uri: uriOf(page),
    first_page_uri: uriOf(0),
    next_page_uri: (page + 1) * size < items.length ? uriOf(page + 1) : null,
    previous_page_uri: page > 0 ? uriOf(page - 1) : null,
  });
}

/** Whether Twilio would take this as a webhook's address. */
export const isWebhookUrl = (value: string): boolean =>
  URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);

import { readFileSync } from "node:fs";
import type { Delivery } from "../../../harness/suites/webhook.ts";

/** A recorded form of Twilio's, with these parameters instead of its own. */
export function form(name: string, changes: Record<string, string>): string {
  const recorded = readFileSync(new URL(`../../../fixtures/twilio/${name}.form`, import.meta.url), "utf8");
  const params = new URLSearchParams(
    recorded
      .trim()
      .split("\n")
      .map((line) => split(line)),
  );
  for (const [key, value] of Object.entries(changes)) params.set(key, value);
  return params.toString();
}

const split = (line: string): [string, string] => {
  const at = line.indexOf("=");
  return [line.slice(0, at), line.slice(at + 1)];
};

/** The delivery, without this parameter. */
export const without =
  (name: string) =>
  ({ body }: Delivery): Partial<Delivery> => {
    const params = new URLSearchParams(body);
    params.delete(name);
    return { body: params.toString() };
  };

/** The delivery, with this parameter changed. */
export const set =
  (name: string, value: string) =>
  ({ body }: Delivery): Partial<Delivery> => {
    const params = new URLSearchParams(body);
    params.set(name, value);
    return { body: params.toString() };
  };

/** The delivery, to another address. */
export const toTarget =
  (change: (target: string) => string) =>
  ({ target }: Delivery): Partial<Delivery> => ({
    target: change(target),
  });

/** Where Twilio posts. */
export const at = (webhook: string, query = "") => `/api/webhooks/twilio/${webhook}${query}`;

/** What it is answered: TwiML, or what became of it. */
export const xml = { contentType: "text/xml" };
export const json = { contentType: "application/json", text: /"outcome":"\w+"/ };

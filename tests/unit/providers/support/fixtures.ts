import { readFileSync } from "node:fs";
import type Stripe from "stripe";

const read = (path: string) => readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url), "utf8");

/** The parameters of a recorded Twilio webhook, one `Key=value` a line. */
export function twilioParams(name: string): Record<string, string> {
  const lines = read(`twilio/${name}.form`).trim().split("\n");
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
}

export const stripeJson = (name: string): string => read(`stripe/${name}.json`);
export const stripeEvent = (name: string): Stripe.Event => JSON.parse(stripeJson(name)) as Stripe.Event;

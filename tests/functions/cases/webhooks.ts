import { calls } from "./webhooks/calls.ts";
import { money } from "./webhooks/money.ts";
import { texts } from "./webhooks/texts.ts";

/** One for each webhook. */
export const webhookCases = [...calls, ...texts, ...money];

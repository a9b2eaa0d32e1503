import { BOOKING } from "./booking.ts";
import { PEOPLE } from "./people.ts";
import { QUESTIONS } from "./questions.ts";
import { REST } from "./rest.ts";
import type { Rule } from "./types.ts";
import { URGENT } from "./urgent.ts";

/** Every way of saying things that is known, from the most urgent to the least. */
export const RULES: Rule[] = [...URGENT, ...PEOPLE, ...BOOKING, ...QUESTIONS, ...REST];

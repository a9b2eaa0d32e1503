import type { Features } from "./features.ts";
import { INTENTS, type Intent } from "./rules/types.ts";

/** For each feature, how much it speaks for each intent, in the order of INTENTS. */
export type Model = Map<string, ArrayLike<number>>;

/** Steps of a weight in its written form, one character per intent from "!" on, "P" being 0. */
export const STEP = 0.1;
const ZERO = 80;
const MOST = 46;

/** One feature a line: its name, a tab, a character per intent. */
export function readModel(text: string): Model {
  const model: Model = new Map();
  for (const line of text.split("\n")) {
    const at = line.lastIndexOf("\t");
    if (at < 0) continue;
    const weights = Array.from(line.slice(at + 1), (sign) => (sign.charCodeAt(0) - ZERO) * STEP);
    model.set(line.slice(0, at), weights);
  }
  return model;
}

/** The written form of a model; what weighs next to nothing is left out. */
export function writeModel(model: Model, least: number): string {
  return [...model]
    .filter(([, weights]) => Math.max(...Array.from(weights, Math.abs)) >= least)
    .map(([name, weights]) => `${name}\t${Array.from(weights, sign).join("")}`)
    .sort()
    .join("\n");
}

const sign = (weight: number): string =>
  String.fromCharCode(ZERO + Math.max(-MOST, Math.min(MOST, Math.round(weight / STEP))));

/** Words by how many there are: a long speech weighs no more than a short one; votes of the rules count in full. */
export function balanced(features: Features): Features {
  let sum = 0;
  for (const [name, value] of features) if (!name.startsWith("!")) sum += value * value;
  const scale = 3 / Math.sqrt(sum || 1);
  return new Map([...features].map(([name, value]) => [name, name.startsWith("!") ? value : value * scale]));
}

/** How likely each intent is, from balanced features. */
export function likelihoods(model: Model, features: Features): number[] {
  const sums = INTENTS.map(() => 0);
  for (const [name, value] of features) {
    const weights = model.get(name);
    if (weights) for (const at of sums.keys()) sums[at] = (sums[at] ?? 0) + (weights[at] ?? 0) * value;
  }
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** The intents from the likeliest to the least, with how likely each is. */
export const ranked = (likely: readonly number[]): [Intent, number][] =>
  INTENTS.map((intent, at): [Intent, number] => [intent, likely[at] ?? 0]).sort((a, b) => b[1] - a[1]);

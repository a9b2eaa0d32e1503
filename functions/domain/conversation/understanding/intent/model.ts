import { CODES, type Features } from "./features.ts";
import { INTENTS, type Intent } from "./intents.ts";

/** How much each feature, by its code, speaks for each intent, in the order of INTENTS. */
export type Model = readonly Float32Array[];

/**
 * A model in its written form. For each intent the features that weigh something, in the order of their codes: in `gaps`
 * how many codes are passed over before each, in `steps` how many steps it weighs. One letter a number, from ZERO on.
 */
export type Written = { gaps: readonly string[]; steps: readonly string[] };

/** A weight is a multiple of this, so many times at most, for or against. */
export const STEP = 0.5;
export const MOST_STEPS = 25;

/** The letter of a 0. The others follow it, 2 × MOST_STEPS of them; none needs an escape in a string. */
export const ZERO = "(".charCodeAt(0);

export function readModel({ gaps, steps }: Written): Model {
  return INTENTS.map((_, intent) => {
    const weights = new Float32Array(CODES);
    let code = -1;
    for (let at = 0; at < (gaps[intent]?.length ?? 0); at++) {
      code += numberAt(gaps[intent], at) + 1;
      weights[code] = (numberAt(steps[intent], at) - MOST_STEPS) * STEP;
    }
    return weights;
  });
}

const numberAt = (letters: string | undefined, at: number): number =>
  (letters?.charCodeAt(at) ?? ZERO) - ZERO;

/** What each feature counts: a long speech weighs no more than a short one. */
export const shareOf = (features: Features): number => 3 / Math.sqrt(Math.max(1, features.size));

/** Of what strangers say the weights are less sure than of what they were learned from. */
const DOUBT = 0.85;

/** How likely each intent is. */
export function likelihoods(model: Model, features: Features): number[] {
  const share = shareOf(features) * DOUBT;
  const sums = model.map((weights) => {
    let sum = 0;
    for (const code of features) sum += weights[code] ?? 0;
    return sum * share;
  });
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** The intents from the likeliest to the least, with how likely each is. */
export const ranked = (likely: readonly number[]): [Intent, number][] =>
  INTENTS.map((intent, at): [Intent, number] => [intent, likely[at] ?? 0]).sort((a, b) => b[1] - a[1]);

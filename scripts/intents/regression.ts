import { chances } from "./chances.ts";

/** What was seen together with what it means: the rows of the features that hold, and how much the example counts. */
export type Example = { rows: Int32Array; value: number; answer: number; counts: number };

export type Settings = {
  answers: number;
  rows: number;
  rounds: number;
  /** How far one example moves a weight at first. */
  pace: number;
  /** What must speak for a weight before it is there at all: most are not, which keeps chance out. */
  thrift: number;
};

/** The likelihood of each answer, into `likely`. */
export function likelihoods(weights: Float64Array, { rows, value }: Example, likely: Float64Array): void {
  const answers = likely.length;
  likely.fill(0);
  for (let one = 0; one < rows.length; one++) {
    const from = (rows[one] as number) * answers;
    for (let at = 0; at < answers; at++) likely[at] = (likely[at] as number) + (weights[from + at] as number);
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < answers; at++) most = Math.max(most, likely[at] as number);
  let total = 0;
  for (let at = 0; at < answers; at++) {
    const power = Math.exp(((likely[at] as number) - most) * value);
    likely[at] = power;
    total += power;
  }
  for (let at = 0; at < answers; at++) likely[at] = (likely[at] as number) / total;
}

/**
 * Multinomial logistic regression, one example at a time in an order that is the same every time, each weight at its own
 * pace and most of them zero: FTRL-Proximal (McMahan and others, "Ad Click Prediction", 2013).
 */
export function regress(examples: readonly Example[], { answers, rows, rounds, pace, thrift }: Settings) {
  const weights = new Float64Array(rows * answers);
  const sums = new Float64Array(weights.length);
  const squares = new Float64Array(weights.length);
  const likely = new Float64Array(answers);
  const chance = chances();
  for (let round = 0; round < rounds; round++) {
    for (const example of shuffled(examples, chance)) {
      likelihoods(weights, example, likely);
      likely[example.answer] = (likely[example.answer] as number) - 1;
      for (const row of example.rows) {
        for (let at = 0; at < answers; at++) {
          const one = row * answers + at;
          const slope = (likely[at] as number) * example.value * example.counts;
          const before = squares[one] as number;
          const after = before + slope * slope;
          const weight = weights[one] as number;
          const sum =
            (sums[one] as number) + slope - ((Math.sqrt(after) - Math.sqrt(before)) / pace) * weight;
          sums[one] = sum;
          squares[one] = after;
          const beyond = Math.abs(sum) - thrift;
          weights[one] = beyond > 0 ? (-Math.sign(sum) * beyond * pace) / (FIRST + Math.sqrt(after)) : 0;
        }
      }
    }
  }
  return weights;
}

/** Keeps the first steps from being too long. */
const FIRST = 0.1;

function shuffled<T>(things: readonly T[], chance: () => number): T[] {
  const out = [...things];
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    [out[at], out[other]] = [out[other] as T, out[at] as T];
  }
  return out;
}

import { CODES } from "../../functions/domain/conversation/understanding/intent/features.ts";
import { INTENTS } from "../../functions/domain/conversation/understanding/intent/intents.ts";
import {
  MOST_STEPS,
  STEP,
  type Written,
  ZERO,
} from "../../functions/domain/conversation/understanding/intent/model.ts";

/** The longest gap that one letter tells; over a longer one a feature that weighs nothing stands in between. */
const LONGEST = 2 * MOST_STEPS;

/** The written form of weights (a row a code, a column an intent), in whole steps; see `readModel`. */
export function writeModel(weights: Float64Array): Written {
  const rows = Array.from({ length: CODES }, (_, code) =>
    thinned([...weights.subarray(code * INTENTS.length, (code + 1) * INTENTS.length)]),
  );
  const written = INTENTS.map((_, intent) => {
    let gaps = "";
    let steps = "";
    let passed = 0;
    for (let code = 0; code < CODES; code++) {
      const worth = rows[code]?.[intent] ?? 0;
      if (worth === 0 && passed < LONGEST) passed++;
      else {
        gaps += letter(passed);
        steps += letter(Math.max(-MOST_STEPS, Math.min(MOST_STEPS, worth)) + MOST_STEPS);
        passed = 0;
      }
    }
    return { gaps, steps };
  });
  return { gaps: written.map(({ gaps }) => gaps), steps: written.map(({ steps }) => steps) };
}

/** The weights of one code in steps. The same added to all changes no answer: so that most are 0, one is taken off all. */
function thinned(weights: readonly number[]): number[] {
  const less = [0, ...weights].map((one) => weights.map((weight) => stepsOf(weight - one)));
  const zeros = less.map((steps) => steps.filter((step) => step === 0).length);
  return less[zeros.indexOf(Math.max(...zeros))] ?? [];
}

/** Less than a whole step is nothing. */
const stepsOf = (weight: number): number => (Math.abs(weight) < STEP ? 0 : Math.round(weight / STEP));

const letter = (value: number): string => String.fromCharCode(ZERO + value);

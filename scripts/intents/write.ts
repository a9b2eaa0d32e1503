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

/** The written form of weights (a row a code, a column an intent), rounded to whole steps; see `readModel`. */
export function writeModel(weights: Float64Array): Written {
  const written = INTENTS.map((_, intent) => {
    let gaps = "";
    let steps = "";
    let passed = 0;
    for (let code = 0; code < CODES; code++) {
      const worth = Math.round((weights[code * INTENTS.length + intent] ?? 0) / STEP);
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

const letter = (value: number): string => String.fromCharCode(ZERO + value);

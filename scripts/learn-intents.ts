/**
 * Learns how much each word, pair, meaning and rule speaks for each intent, from tests/fixtures/intents/develop.json,
 * and writes functions/domain/conversation/understanding/intent/weights.ts. The same input gives the same weights.
 * Says how it does on held-out.json, which is never learned from. `npm run intents:learn`
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { Features } from "../functions/domain/conversation/understanding/intent/features.ts";
import { makeGrammar, read } from "../functions/domain/conversation/understanding/intent/grammar.ts";
import {
  likelihoods,
  type Model,
  ranked,
  readModel,
  writeModel,
} from "../functions/domain/conversation/understanding/intent/model.ts";
import { INTENTS, type Intent } from "../functions/domain/conversation/understanding/intent/rules/types.ts";

const ROUNDS = 40;
const PACE = 0.15;
const DECAY = 0.0001;
/** Seen in fewer utterances than this, a feature is chance. */
const LEAST_SEEN = 2;
/** What weighs less than this was learned by heart: without it unseen utterances are understood better, from less. */
const LEAST_WEIGHT = 0.6;
const OUT = "functions/domain/conversation/understanding/intent/weights.ts";

type Row = { text: string; intent: Intent };
type Example = { features: Features; at: number };

const rows = (name: string): Row[] =>
  JSON.parse(readFileSync(new URL(`../tests/fixtures/intents/${name}.json`, import.meta.url), "utf8"));

const grammar = makeGrammar();
const examplesOf = (name: string): Example[] =>
  rows(name).map(({ text, intent }) => ({
    features: read(grammar, text).features,
    at: INTENTS.indexOf(intent),
  }));

/** A small generator of even numbers, so that the order of learning is the same every time. */
function* chances(): Generator<number> {
  for (let seed = 7; ; seed = (seed * 1103515245 + 12345) % 2147483648) yield seed / 2147483648;
}

function shuffled<T>(things: T[], chance: Generator<number>): T[] {
  const out = [...things];
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor((chance.next().value as number) * (at + 1));
    [out[at], out[other]] = [out[other] as T, out[at] as T];
  }
  return out;
}

/** Multinomial logistic regression, one example at a time, each weight at its own pace (AdaGrad). */
function learn(examples: Example[]): Model {
  const seen = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const model = new Map<string, Float64Array>();
  const moved = new Map<string, Float64Array>();
  for (const [name, count] of seen) {
    if (count < LEAST_SEEN) continue;
    model.set(name, new Float64Array(INTENTS.length));
    moved.set(name, new Float64Array(INTENTS.length).fill(1e-6));
  }
  const chance = chances();
  for (let round = 0; round < ROUNDS; round++) {
    for (const example of shuffled(examples, chance)) improve(model, moved, example);
  }
  return model;
}

function improve(
  model: Map<string, Float64Array>,
  moved: Map<string, Float64Array>,
  { features, at }: Example,
): void {
  const likely = likelihoods(model, features);
  for (const [name, value] of features) {
    const weights = model.get(name);
    const total = moved.get(name);
    if (!weights || !total) continue;
    for (const [one, weight] of weights.entries()) {
      const slope = ((likely[one] ?? 0) - (one === at ? 1 : 0)) * value + DECAY * weight;
      total[one] = (total[one] ?? 0) + slope * slope;
      weights[one] = weight - (PACE * slope) / Math.sqrt(total[one] ?? 1);
    }
  }
}

const share = (model: Model, examples: Example[]): string => {
  const right = examples.filter(
    ({ features, at }) => ranked(likelihoods(model, features))[0]?.[0] === INTENTS[at],
  );
  return `${((100 * right.length) / examples.length).toFixed(1)} % of ${examples.length}`;
};

const examples = examplesOf("develop");
const written = writeModel(learn(examples), LEAST_WEIGHT);
const model = readModel(written);
const text = written.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("$", "\\$");
writeFileSync(
  new URL(`../${OUT}`, import.meta.url),
  `// Written by scripts/learn-intents.ts; see docs/understanding.md.\n// biome-ignore-all format: data\nexport const WEIGHTS = \`${text}\`;\n`,
);
console.log(`${model.size} features, ${Math.round(written.length / 1024)} kB`);
console.log(`learned from: ${share(model, examples)}; held out: ${share(model, examplesOf("held-out"))}`);

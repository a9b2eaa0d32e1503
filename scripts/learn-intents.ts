/**
 * Learns how much each word, meaning and pair of them speaks for each intent, from the utterances of develop.json,
 * varied.json and situations.json and the ways of saying things in ways-en.txt and ways-fr.txt, all of them in
 * tests/fixtures/intents, and writes
 * functions/domain/conversation/understanding/intent/weights.ts. The same input gives the same weights. Says how it does
 * on the utterances kept aside, which are never learned from. `npm run intents:learn`
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { CODES } from "../functions/domain/conversation/understanding/intent/features.ts";
import { INTENTS } from "../functions/domain/conversation/understanding/intent/intents.ts";
import {
  likelihoods,
  type Model,
  ranked,
  readModel,
  shareOf,
} from "../functions/domain/conversation/understanding/intent/model.ts";
import { makeReader, read } from "../functions/domain/conversation/understanding/intent/reader.ts";
import { type Example, regress } from "./intents/regression.ts";
import { type Row, unfold } from "./intents/ways.ts";
import { writeModel } from "./intents/write.ts";

const LEARNING = { answers: INTENTS.length, rows: CODES, rounds: 8, pace: 0.4, thrift: 0.5 };
/** So many utterances of each way of saying something, each counting less than one that somebody said. */
const OF_EACH_WAY = 9;
const WAYS_COUNT = 0.3;
const OUT = new URL("../functions/domain/conversation/understanding/intent/weights.ts", import.meta.url);

const fixture = (name: string) => new URL(`../tests/fixtures/intents/${name}`, import.meta.url);
const rows = (name: string): Row[] => JSON.parse(readFileSync(fixture(name), "utf8"));
const reader = makeReader();

function example({ text, intent }: Row, counts: number): Example {
  const { features } = read(reader, text);
  return {
    rows: Int32Array.from(features),
    value: shareOf(features),
    answer: INTENTS.indexOf(intent),
    counts,
  };
}

function told(model: Model, of: Row[]): string {
  const answers = of.map(({ text, intent }) => {
    const [best = ["other", 0]] = ranked(likelihoods(model, read(reader, text).features));
    return { right: best[0] === intent, sure: best[1] >= 0.8 };
  });
  const percent = (some: typeof answers) =>
    ((100 * some.filter(({ right }) => right).length) / some.length).toFixed(1);
  const sure = answers.filter(({ sure }) => sure);
  return `${percent(answers)} % of ${of.length}; ${percent(sure)} % of the ${sure.length} it is sure of`;
}

/** `situations.json` is for what was weak: one situation in many voices. */
const SAID = ["develop.json", "varied.json", "situations.json"];
const ASIDE = ["held-out.json", "strangers-plain.json", "strangers-indirect.json", "strangers-a.json"];
const aside = new Set(ASIDE.flatMap(rows).map(({ text }) => text.toLowerCase()));
const said = SAID.flatMap(rows);
/** A way may come out as somebody kept aside said it: that one is not learned. */
const ways = (["en", "fr"] as const)
  .flatMap((locale) => unfold(fixture(`ways-${locale}.txt`), locale, OF_EACH_WAY))
  .filter(({ text }) => !aside.has(text.toLowerCase()));
const examples = [...said.map((row) => example(row, 1)), ...ways.map((row) => example(row, WAYS_COUNT))];
const written = writeModel(regress(examples, LEARNING));
const lines = (strings: readonly string[]) =>
  strings.map((string) => `    ${JSON.stringify(string)},\n`).join("");
const file = `import type { Written } from "./model.ts";

// Written by scripts/learn-intents.ts; see docs/understanding.md.
// biome-ignore-all format: data
export const WEIGHTS: Written = {
  gaps: [
${lines(written.gaps)}  ],
  steps: [
${lines(written.steps)}  ],
};
`;
writeFileSync(OUT, file);
const model = readModel(written);
console.log(`${examples.length} utterances, ${(gzipSync(file).length / 1000).toFixed(1)} kB of weights`);
for (const name of [...SAID, ...ASIDE]) console.log(`${name}: ${told(model, rows(name))}`);

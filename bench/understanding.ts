import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import recognizers from "@microsoft/recognizers-text-date-time";
import * as chrono from "chrono-node";
import { understandWhen } from "../functions/domain/conversation/understanding/when/when.ts";
import { median } from "./lib/measure.ts";

type Slot = "date" | "time";
type Row = { utterance: string; asked: string; slot: Slot; expected: string };

/** Share of exact answers per slot, and milliseconds per utterance. */
export type Reading = { name: string; date: number; time: number; msMedian: number; msWorst: number };

/** What a reader takes an utterance for: one answer, or every one it would allow. */
type Reader = { name: string; read(row: Row): string[] };

const NOW = "2019-03-01T09:00";
const REFERENCE = new Date(2019, 2, 1, 9);

const ours: Reader = {
  name: "understandWhen",
  read({ utterance, asked, slot }) {
    const context = { locale: "en", now: NOW, asked } as const;
    return [understandWhen(utterance, context)[slot] ?? "dontcare"];
  },
};

const two = (number: number | null): string => String(number ?? 0).padStart(2, "0");

/** Any of its results counts as its answer, and nothing found as "any will do". */
const chronoNode: Reader = {
  name: "chrono-node",
  read({ utterance, slot }) {
    const found = chrono.parse(utterance, REFERENCE, { forwardDate: true }).flatMap(({ start }) => {
      if (slot === "time")
        return start.isCertain("hour") ? [`${two(start.get("hour"))}:${two(start.get("minute"))}`] : [];
      const said = start.isCertain("day") || start.isCertain("weekday");
      return said ? [`${start.get("year")}-${two(start.get("month"))}-${two(start.get("day"))}`] : [];
    });
    return found.length > 0 ? found : ["dontcare"];
  },
};

type Resolution = { values?: Record<string, string>[] };

/** Any of the values of any of its results counts as its answer. */
const microsoft: Reader = {
  name: "Microsoft recognizers",
  read({ utterance, slot }) {
    const results = recognizers.recognizeDateTime(utterance, "en-us", undefined, REFERENCE);
    const pattern = slot === "date" ? /\d{4}-\d\d-\d\d/ : /\d\d:\d\d(?=:\d\d)/;
    const found = results.flatMap(({ resolution }: { resolution: Resolution }) =>
      (resolution?.values ?? []).flatMap((value) => {
        if (slot === "time" && value.type === "date") return [];
        return Object.values(value).flatMap((text) => pattern.exec(text)?.[0] ?? []);
      }),
    );
    return found.length > 0 ? found : ["dontcare"];
  },
};

function measure(reader: Reader, rows: readonly Row[]): Reading {
  for (const row of rows.slice(0, 100)) reader.read(row);
  const right: Record<Slot, number> = { date: 0, time: 0 };
  const times: number[] = [];
  for (const row of rows) {
    const startedAt = performance.now();
    const answers = reader.read(row);
    times.push(performance.now() - startedAt);
    if (answers.includes(row.expected)) right[row.slot]++;
  }
  const share = (slot: Slot) => right[slot] / rows.filter((row) => row.slot === slot).length;
  return {
    name: reader.name,
    date: share("date"),
    time: share("time"),
    msMedian: median(times),
    msWorst: Math.max(...times),
  };
}

/**
 * Dates and times that real people said, read by this product and by two known parsers in one run. Empty where the
 * utterances are not at hand: they are not ours to publish.
 */
export function benchUnderstanding(): Reading[] {
  const file = join(import.meta.dirname, "../../shared/data/spoken-dates-en.json");
  if (!existsSync(file)) return [];
  const { rows } = JSON.parse(readFileSync(file, "utf8")) as { rows: Row[] };
  return [ours, chronoNode, microsoft].map((reader) => measure(reader, rows));
}

export const understandingRow = ({ name, date, time, msMedian, msWorst }: Reading) => ({
  what: name,
  "dates right": `${(100 * date).toFixed(1)} %`,
  "times right": `${(100 * time).toFixed(1)} %`,
  "ms, median": msMedian.toFixed(3),
  "ms, worst": msWorst.toFixed(1),
});

if (import.meta.main) {
  const readings = benchUnderstanding();
  console.table(Object.fromEntries(readings.map((reading) => [reading.name, understandingRow(reading)])));
  const file = join(import.meta.dirname, "understanding.json");
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), readings }, null, 2)}\n`);
}

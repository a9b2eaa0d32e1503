import type { CallFigures } from "../calls.ts";
import type { ColdStart } from "../cold.ts";
import { type Reading, understandingRow } from "../understanding.ts";
import type { Figures } from "./measure.ts";

/** What was measured; a part that did not run is missing. */
export type Results = {
  voice?: { stubbed: Figures[]; embedded: Figures[] };
  stripe?: { stubbed: Figures[]; embedded: Figures[] };
  queue?: { jobsPerSecond: number };
  calls?: CallFigures;
  cold?: ColdStart[];
  understanding?: Reading[];
};

/** No two rows of a table measure the same `what`. */
export type Table = { title: string; rows: ({ what: string } & Record<string, string | number>)[] };

const COLD_LIMIT_MS = 40;
const HALF = 0.5;
const SPREAD = 4;

/** The results as tables for people, each row saying where a target was missed. */
export function tablesOf({ voice, stripe, queue, calls, cold, understanding }: Results): Table[] {
  const webhooks = Object.entries({ voice, stripe }).flatMap(([name, part]) =>
    part ? [{ name, ...part }] : [],
  );
  return [
    {
      title: "Webhooks, 50 at once",
      rows: webhooks.flatMap(({ stubbed, embedded }) => [...stubbed, ...embedded].map(loadRow)),
    },
    {
      title: "Ratios",
      rows: webhooks.flatMap(({ name, stubbed, embedded }) => {
        const [share, spread] = [shareOf(stubbed), spreadOf(embedded[0])];
        return [
          ratioRow(`${name}, database stubbed, to the bare app`, share, `≥ ${HALF}`, share >= HALF),
          ratioRow(`${name}, embedded database, p99 to median`, spread, `≤ ${SPREAD}`, spread <= SPREAD),
        ];
      }),
    },
    {
      title: "Queue and calls",
      rows: [
        ...(queue
          ? [
              {
                what: "jobs per second, from publishing to the answer",
                figure: queue.jobsPerSecond.toFixed(0),
              },
            ]
          : []),
        ...(calls ? callRows(calls) : []),
      ],
    },
    { title: "Cold start", rows: (cold ?? []).map(coldRow) },
    { title: "Dates and times that people said", rows: (understanding ?? []).map(understandingRow) },
  ].filter(({ rows }) => rows.length > 0);
}

const loadRow = ({ name, perSecond, p50, p99 }: Figures) => ({
  what: name,
  "per second": perSecond.toFixed(0),
  "p50 ms": p50.toFixed(2),
  "p99 ms": p99.toFixed(2),
});

const shareOf = ([reference, measured]: Figures[]): number =>
  (measured?.perSecond ?? 0) / (reference?.perSecond ?? 1);

const spreadOf = (figures: Figures | undefined): number => (figures ? figures.p99 / figures.p50 : Number.NaN);

const ratioRow = (what: string, ratio: number, target: string, met: boolean) => ({
  what,
  ratio: ratio.toFixed(2),
  target,
  "": met ? "" : "missed",
});

function callRows({ paidOrdersPerSecond, perPaidOrder, byAddress }: CallFigures) {
  return [
    { what: "paid orders per second, each with its whole call", figure: paidOrdersPerSecond.toFixed(1) },
    { what: "database round trips per paid order", figure: perPaidOrder.database },
    { what: "QStash requests per paid order", figure: perPaidOrder.queue },
    { what: "QStash messages per paid order", figure: perPaidOrder.messages },
    { what: "provider requests per paid order", figure: perPaidOrder.providers },
    ...byAddress.map(({ address, perPaidOrder: figure }) => ({ what: `· ${address}`, figure })),
  ];
}

const coldRow = ({ path, kB, gzipKB, importMs, moreThanEmptyMs }: ColdStart) => ({
  what: path,
  kB: kB.toFixed(0),
  "kB gzip": gzipKB.toFixed(0),
  "import ms": importMs.toFixed(1),
  "more than empty": moreThanEmptyMs.toFixed(1),
  "": importMs < COLD_LIMIT_MS ? "" : `over ${COLD_LIMIT_MS} ms`,
});

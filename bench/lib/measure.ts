/** What a load looked like: requests a second, and milliseconds at the middle and at the worst hundredth. */
export type Figures = { name: string; perSecond: number; p50: number; p99: number };

export type Load = {
  name: string;
  /** One request. Must throw when the answer is not the expected one: a fast failure is no figure. */
  once(index: number): Promise<void>;
};

type Amount = { total: number; concurrency: number };

/**
 * Runs the loads side by side: in short rounds, taking turns, so that whatever else the machine does falls on all of
 * them. Each is warmed up first.
 */
export async function sideBySide(
  loads: readonly Load[],
  { total, concurrency }: Amount,
  rounds = 5,
): Promise<Figures[]> {
  const taken = new Map(loads.map(({ name }) => [name, { seconds: 0, times: [] as number[] }]));
  for (const load of loads) await run(load, Math.min(total, 4 * concurrency), concurrency, []);
  for (let round = 0; round < rounds; round++) {
    for (const load of loads) {
      const sums = taken.get(load.name);
      if (sums) sums.seconds += await run(load, Math.ceil(total / rounds), concurrency, sums.times);
    }
  }
  return loads.map(({ name }) => figuresOf(name, taken.get(name) ?? { seconds: 0, times: [] }));
}

let index = 0;

async function run(load: Load, total: number, concurrency: number, times: number[]): Promise<number> {
  const startedAt = performance.now();
  let left = total;
  const worker = async () => {
    while (left-- > 0) {
      const at = performance.now();
      await load.once(index++);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (performance.now() - startedAt) / 1000;
}

function figuresOf(name: string, { seconds, times }: { seconds: number; times: number[] }): Figures {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { name, perSecond: sorted.length / seconds, p50: at(0.5), p99: at(0.99) };
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Ways a provider can misbehave. Set through `POST /_sandbox/faults`. */
export type FaultKind = "status" | "timeout" | "drop" | "duplicate" | "reorder" | "delay";

export type Fault = {
  /** `twilio`, `stripe`, `qstash`, `redis`, `smtp`. */
  provider: string;
  /** Only requests (or deliveries) whose path contains this; all when absent. */
  path?: string;
  kind: FaultKind;
  /** `status`: the HTTP status to answer. `delay` and `timeout`: milliseconds. */
  value?: number;
  /** How many more times it strikes. */
  count: number;
};

export type Faults = {
  add(fault: Fault): void;
  /** The next fault of one of `kinds` for this provider and path, used up once; undefined when all is well. */
  take(provider: string, path: string, kinds: readonly FaultKind[]): Fault | undefined;
  list(): readonly Fault[];
  clear(): void;
};

export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    add(fault) {
      faults.push({ ...fault });
    },
    take(provider, path, kinds) {
      const found = faults.find(
        (fault) =>
          fault.provider === provider &&
          kinds.includes(fault.kind) &&
          (!fault.path || path.includes(fault.path)),
      );
      if (!found) return undefined;
      found.count -= 1;
      if (found.count <= 0) faults = faults.filter((fault) => fault !== found);
      return { ...found };
    },
    list: () => faults,
    clear() {
      faults = [];
    },
  };
}

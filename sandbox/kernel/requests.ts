/** One request the product sent to a provider (or a provider's request to the product). */
export type LoggedRequest = {
  provider: string;
  direction: "to-provider" | "to-product";
  at: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  status?: number;
  response?: string;
};

export type RequestLog = {
  add(entry: Omit<LoggedRequest, "at">): LoggedRequest;
  list(provider?: string): readonly LoggedRequest[];
  clear(): void;
};

const KEPT = 2_000;

/** Newest last; only the latest 2,000 are kept. */
export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = [];
  return {
    add(entry) {
      const logged = { ...entry, at: new Date().toISOString() };
      entries.push(logged);
      if (entries.length > KEPT) entries = entries.slice(-KEPT);
      return logged;
    },
    list: (provider) => (provider ? entries.filter((entry) => entry.provider === provider) : entries),
    clear() {
      entries = [];
    },
  };
}

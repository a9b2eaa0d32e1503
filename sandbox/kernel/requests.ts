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

const KEPT_PER_PROVIDER = 2_000;

/**
 * Newest last. The latest 2,000 of each provider are kept: a chatty one (the queue, Redis) must not push
 * another's out.
 */
export function createRequestLog(): RequestLog {
  const logs = new Map<string, { order: number; entry: LoggedRequest }[]>();
  let order = 0;
  const latest = (provider: string) => (logs.get(provider) ?? []).slice(-KEPT_PER_PROVIDER);

  return {
    add(request) {
      const entry = { ...request, at: new Date().toISOString() };
      const log = logs.get(entry.provider) ?? [];
      log.push({ order: order++, entry });
      logs.set(entry.provider, log.length > KEPT_PER_PROVIDER * 2 ? log.slice(-KEPT_PER_PROVIDER) : log);
      return entry;
    },
    list(provider) {
      const kept = provider ? latest(provider) : [...logs.keys()].flatMap(latest);
      return kept.sort((a, b) => a.order - b.order).map(({ entry }) => entry);
    },
    clear: () => logs.clear(),
  };
}

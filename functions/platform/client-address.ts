/** What @hono/node-server puts beside a request. */
type NodeBindings = { incoming?: { socket?: { remoteAddress?: string } } };

/**
 * The address a request came from. Vercel's own header first (a client cannot forge it there), then the first
 * hop a proxy noted, then the socket of a plain Node server. A deployment without a proxy in front must strip
 * these headers, or a client can choose its address.
 */
export function clientAddress(headers: Headers, bindings?: unknown): string {
  const noted =
    firstHop(headers.get("x-vercel-forwarded-for")) ??
    firstHop(headers.get("x-forwarded-for")) ??
    firstHop(headers.get("x-real-ip"));
  return noted ?? (bindings as NodeBindings | undefined)?.incoming?.socket?.remoteAddress ?? "unknown";
}

function firstHop(header: string | null): string | undefined {
  return header?.split(",")[0]?.trim() || undefined;
}

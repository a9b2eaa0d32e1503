/** As much of Deno as a function needs; the types of the whole would shut Node's out. */
type DenoServe = { serve(handler: (request: Request) => Response | Promise<Response>): unknown };

/**
 * Serves a deployable on Supabase Edge. Supabase calls a function at `/<name>/…`, so the address of a route follows
 * its function's name: `/functions/v1/orders-id-refund/api/orders/123/refund`. The name is taken off again: a
 * signature is over the public address, and routes match on their own path.
 */
export function serve(app: { fetch(request: Request): Response | Promise<Response> }, name: string): void {
  const { Deno } = globalThis as unknown as { Deno: DenoServe };
  Deno.serve((request) => {
    const url = new URL(request.url);
    const prefix = `/${name}`;
    if (url.pathname !== prefix && !url.pathname.startsWith(`${prefix}/`)) return app.fetch(request);
    url.pathname = url.pathname.slice(prefix.length) || "/";
    return app.fetch(new Request(url, request));
  });
}

import { type AppError, envelopeOf } from "./errors.ts";

/** The error envelope as a Response, with Retry-After where waiting helps. */
export function errorResponse(error: AppError, requestId: string, status: number = error.status): Response {
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (error.retryAfter !== undefined)
    headers.set("Retry-After", String(Math.max(0, Math.ceil(error.retryAfter))));
  return Response.json(envelopeOf(error, requestId), { status, headers });
}

/** The same answer with these headers set; an answer of `fetch` or `Response.redirect` has fixed ones. */
export function withHeaders(response: Response, headers: Record<string, string>): Response {
  const copy = new Response(response.body, response);
  for (const [name, value] of Object.entries(headers)) copy.headers.set(name, value);
  return copy;
}

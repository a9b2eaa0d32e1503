import { type AppError, envelopeOf } from "./errors.ts";

/** The error envelope as a Response, with Retry-After where waiting helps. */
export function errorResponse(error: AppError, requestId: string, status: number = error.status): Response {
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (error.retryAfter !== undefined)
    headers.set("Retry-After", String(Math.max(0, Math.ceil(error.retryAfter))));
  return Response.json(envelopeOf(error, requestId), { status, headers });
}

/** The answer with these headers set. What `fetch` or `Response.redirect` made has fixed ones, and is copied for it. */
export function withHeaders(response: Response, headers: Record<string, string>): Response {
  try {
    return setAll(response, headers);
  } catch {
    return setAll(new Response(response.body, response), headers);
  }
}

function setAll(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

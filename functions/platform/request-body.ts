import { AppError } from "./errors.ts";

/**
 * The whole body as bytes, read no further than `limit`.
 * @throws AppError payload_too_large, or invalid_request when the sender broke off
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const announced = request.headers.get("content-length");
  if (Number(announced ?? 0) > limit) throw tooLarge(limit);
  if (!request.body) return new Uint8Array();
  // Over HTTP no body is longer than announced, and in one piece it is read in half the time.
  return announced === null ? inPieces(request.body, limit) : inOne(request, limit);
}

async function inOne(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const body = new Uint8Array(await request.arrayBuffer().catch(brokenOff));
  if (body.byteLength > limit) throw tooLarge(limit);
  return body;
}

async function inPieces(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(brokenOff);
    if (done) return concat(chunks, size);
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      throw tooLarge(limit);
    }
    chunks.push(value);
  }
}

/** The body as text with its byte order mark, if it has one: a signature is over that too. */
export async function readText(request: Request, limit: number): Promise<string> {
  return decoder.decode(await readBody(request, limit));
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function brokenOff(cause: unknown): never {
  throw new AppError("invalid_request", "The body broke off.", { cause });
}

function tooLarge(limit: number): AppError {
  return new AppError("payload_too_large", `The body may have ${limit} bytes at most.`);
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

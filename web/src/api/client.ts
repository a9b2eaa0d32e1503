import type { Contract, RequestOf, ResponseOf } from "../../../functions/platform/contract.ts";
import { ApiError, errorOf } from "./errors.ts";
import type { Tokens } from "./refresh.ts";
import { urlOf } from "./url.ts";

type Deps = {
  /** Where the API is, e.g. `https://app.example`. */
  origin: string;
  fetch: typeof fetch;
  tokens: Tokens;
  /** The merchant chosen in this browser. */
  merchantId(): string | null;
  newId(): string;
};

export type CallOptions = {
  signal?: AbortSignal;
  /** The same for every attempt at one intent of the person. */
  idempotencyKey?: string;
};

export type Client = {
  /** Sends what the contract says and reads its answer. @throws ApiError */
  call<C extends Contract>(contract: C, request: RequestOf<C>, options?: CallOptions): Promise<ResponseOf<C>>;
  /** The response itself, for streams and files. A response that is not a success throws ApiError. */
  open(
    contract: Contract,
    request: object,
    options?: CallOptions & { headers?: HeadersInit },
  ): Promise<Response>;
};

/** The typed client of the API: the contracts are the only description of it. */
export function createClient({ origin, fetch, tokens, merchantId, newId }: Deps): Client {
  async function send(contract: Contract, request: Request, token: string | null): Promise<Response> {
    const headers = new Headers(request.headers);
    if (token) headers.set("authorization", `Bearer ${token}`);
    const merchant = merchantId();
    if (contract.auth === "merchant" && merchant) headers.set("x-merchant-id", merchant);
    try {
      return await fetch(new Request(request.clone(), { headers }));
    } catch (cause) {
      if (request.signal.aborted) throw cause;
      throw new ApiError("offline", "The server could not be reached.");
    }
  }

  async function open(
    contract: Contract,
    parts: object,
    options: CallOptions & { headers?: HeadersInit } = {},
  ) {
    const request = requestOf(origin, contract, parts, options, newId);
    const isPublic = contract.auth === "public";
    const token = isPublic ? null : await tokens.current();
    if (!isPublic && !token) throw new ApiError("unauthenticated", "Signed out.", { status: 401 });
    let response = await send(contract, request, token);
    if (response.status === 401 && token) {
      const renewed = await tokens.renew(token);
      if (renewed) response = await send(contract, request, renewed);
    }
    if (!response.ok) throw await errorOf(response);
    return response;
  }

  return {
    open,
    async call<C extends Contract>(contract: C, request: RequestOf<C>, options?: CallOptions) {
      const response = await open(contract, request, options);
      if (response.status === 204) return undefined as ResponseOf<C>;
      return (await response.json()) as ResponseOf<C>;
    },
  };
}

function requestOf(
  origin: string,
  contract: Contract,
  parts: { params?: unknown; query?: unknown; body?: unknown },
  options: CallOptions & { headers?: HeadersInit },
  newId: () => string,
): Request {
  const headers = new Headers(options.headers);
  if (parts.body !== undefined) headers.set("content-type", "application/json");
  if (contract.idempotent) headers.set("idempotency-key", options.idempotencyKey ?? newId());
  return new Request(new URL(urlOf(contract, parts), origin), {
    method: contract.method,
    headers,
    ...(parts.body === undefined ? {} : { body: JSON.stringify(parts.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
}

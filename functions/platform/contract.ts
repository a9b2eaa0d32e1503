import type { $ZodType, input, output } from "zod/v4/core";

/** What a person may do in a merchant, from most to least. */
export const ROLES = ["owner", "admin", "staff"] as const;
export type Role = (typeof ROLES)[number];

/** The names of the policies in rate-limit.ts; here so that the web can read a contract without the chassis. */
export type LimitName = "anonymous" | "user" | "key" | "signIn" | "webhook";

/**
 * Who may call: anyone (`public`); a signed-in person (`user`); a member of a merchant or its API key
 * (`merchant`); whoever runs the installation (`operator`).
 */
export type AuthKind = "public" | "user" | "merchant" | "operator";

type HttpMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One operation of the API, as data: what the builder enforces, the web calls and OpenAPI describes. */
export type Contract = {
  method: HttpMethod;
  /** With Hono's parameters, e.g. `/api/orders/:id`. It is the file path of the deployable. */
  path: `/${string}`;
  summary: string;
  tag: string;
  auth: AuthKind;
  /** Only for `merchant`: the roles that may; absent means every member. */
  roles?: readonly Role[];
  /** The scope an API key needs; absent means that keys are refused. */
  scope?: string;
  /** Instead of the policy of the kind of caller (anonymous, user or key). */
  limit?: LimitName | "none";
  /** The write takes an `Idempotency-Key`. */
  idempotent?: boolean;
  /** Path or query parameter that names the merchant; absent means the `X-Merchant-Id` header, else the caller's only one. */
  merchantParam?: string;
  /** Largest body in bytes; default 64 kB. */
  maxBodyBytes?: number;
  params?: $ZodType;
  query?: $ZodType;
  body?: $ZodType;
  response: $ZodType;
  /** Status of success; default 200. */
  status?: 200 | 201 | 202 | 204 | 302;
};

/** Declares an operation; nothing but the types happens here. */
export const defineContract = <const C extends Contract>(contract: C): C => contract;

type Parsed<S> = S extends $ZodType ? output<S> : undefined;
type Sent<S> = S extends $ZodType ? input<S> : undefined;

/** What a handler receives: each part parsed, `undefined` where the contract declares none. */
export type InputOf<C extends Contract> = {
  params: Parsed<C["params"]>;
  query: Parsed<C["query"]>;
  body: Parsed<C["body"]>;
};

/** What a client sends; parts the contract does not declare are left out. */
export type RequestOf<C extends Contract> = {
  [K in "params" | "query" | "body" as C[K] extends $ZodType ? K : never]: Sent<C[K]>;
};

/** What a handler returns, before it is written as JSON. */
export type ResultOf<C extends Contract> = input<C["response"]>;

/** What a client reads. */
export type ResponseOf<C extends Contract> = output<C["response"]>;

import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import type { Books, SigningKeys } from "./books.ts";

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const HEADER = encode({ alg: "HS256", typ: "JWT" });

/**
 * The `Upstash-Signature` of one delivery: a JWT over the exact destination and the raw body.
 * Always in real time, however fast the sandbox's clock runs: the product checks it against its own.
 * Source: upstash.com/docs/qstash/howto/signature.
 */
export function sign(key: string, url: string, body: Uint8Array): string {
  const now = Math.floor(Date.now() / 1_000);
  const claims = encode({
    iss: "Upstash",
    sub: url,
    exp: now + 300,
    nbf: now,
    iat: now,
    jti: `jwt_${randomUUID().replaceAll("-", "")}`,
    body: createHash("sha256").update(body).digest("base64url"),
  });
  const signature = createHmac("sha256", key).update(`${HEADER}.${claims}`).digest("base64url");
  return `${HEADER}.${claims}.${signature}`;
}

export type KeyRing = { get(): SigningKeys; rotate(): SigningKeys };

/** Rotated keys are remembered for as long as the sandbox is started with the same pair. */
export function createKeyRing(books: Books, given: SigningKeys): KeyRing {
  const { keys } = books;
  const rotated = () => {
    const kept = keys.get("ring");
    return kept?.given.current === given.current && kept.given.next === given.next ? kept.rotated : undefined;
  };
  const get = () => rotated() ?? given;
  return {
    get,
    rotate() {
      const next = { current: get().next, next: `sig_${randomBytes(21).toString("base64url")}` };
      keys.set("ring", { given, rotated: next });
      return next;
    },
  };
}

const VERSION = "v1";
const IV_BYTES = 12;

type Bytes = Uint8Array<ArrayBuffer>;

export type Secrets = {
  /** Encrypts. `context` (say, a merchant id) must be given again to open: a copied row does not decrypt. */
  seal(plain: string, context?: string): Promise<string>;
  /** @throws Error when the text was not sealed with this key and context, or was changed. */
  open(sealed: string, context?: string): Promise<string>;
};

/**
 * Secrets at rest: AES-256-GCM as `v1.<iv>.<ciphertext and tag>` in base64url.
 * @param secretsKey base64 of 32 bytes
 */
export function createSecrets(secretsKey: string): Secrets {
  const key = crypto.subtle.importKey("raw", fromBase64(secretsKey), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  // A bad key must fail the call that needs it, not the process.
  key.catch(() => {});
  return {
    async seal(plain, context = "") {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const sealed = await crypto.subtle.encrypt(gcm(iv, context), await key, utf8(plain));
      return [VERSION, toBase64Url(iv), toBase64Url(new Uint8Array(sealed))].join(".");
    },
    async open(sealed, context = "") {
      const [version, iv, data, ...rest] = sealed.split(".");
      if (version !== VERSION || !iv || !data || rest.length > 0) throw new Error("not a sealed secret");
      const plain = await crypto.subtle.decrypt(gcm(fromBase64(iv), context), await key, fromBase64(data));
      return new TextDecoder().decode(plain);
    },
  };
}

const gcm = (iv: Bytes, context: string) => ({ name: "AES-GCM", iv, additionalData: utf8(context) });

/** A key of 32 bytes for one purpose, so that no two uses share key material (HKDF-SHA-256, RFC 5869). */
export async function deriveKey(secretsKey: string, purpose: string): Promise<Bytes> {
  const material = await crypto.subtle.importKey("raw", fromBase64(secretsKey), "HKDF", false, [
    "deriveBits",
  ]);
  const params = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: utf8(purpose) };
  return new Uint8Array(await crypto.subtle.deriveBits(params, material, 256));
}

export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", utf8(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Compares without telling by its duration where the texts differ; their length may be learnt. */
export function timingSafeEqual(a: string, b: string): boolean {
  const left = utf8(a);
  const right = utf8(b);
  let difference = left.length ^ right.length;
  for (let i = 0; i < left.length; i++) difference |= (left[i] ?? 0) ^ (right[i % (right.length || 1)] ?? 0);
  return difference === 0;
}

/** What an API key starts with; also how `authenticate` tells one from a session. */
export const API_KEY_PREFIX = "cw_live_";

/**
 * A new API key: the key to show once (256 random bits), the hash to store and the start to recognise it by.
 * A plain hash will do: nothing that random can be guessed.
 */
export async function newApiKey(): Promise<{ key: string; hash: string; prefix: string }> {
  const key = API_KEY_PREFIX + randomToken(32);
  return { key, hash: await sha256Hex(key), prefix: key.slice(0, API_KEY_PREFIX.length + 4) };
}

/** Random bytes as base64url. */
export const randomToken = (bytes: number): string =>
  toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

function toBase64Url(bytes: Bytes): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Takes base64 and base64url. */
function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}

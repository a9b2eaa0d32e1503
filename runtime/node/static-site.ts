import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** Serves one built web app; undefined when it is not its business (no such file, not a page). */
export type StaticSite = (request: Request, path: string) => Promise<Response | undefined>;

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mp3": "audio/mpeg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wav": "audio/wav",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** What Vite names by its content: `assets/index-B3xK9_2a.js` never changes. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/;
const COMPRESSIBLE = /^(text|application\/(json|manifest))|svg/;

type Asset = { body: Buffer; zipped: Buffer | undefined; type: string; etag: string; modified: number };

/**
 * `path` is the path within the site, e.g. `/assets/x.js`. A path without a file and without an extension
 * is a page of the app: it gets `index.html`, since the app routes in the browser.
 */
export function createStaticSite(dir: string): StaticSite {
  const cache = new Map<string, Asset>();
  return async (request, path) => {
    if (request.method !== "GET" && request.method !== "HEAD") return undefined;
    const file = fileOf(dir, path);
    if (!file) return undefined;
    const asset =
      (await load(cache, file)) ?? (extname(path) ? undefined : await load(cache, join(dir, "index.html")));
    return asset && respond(request, asset, HASHED.test(path));
  };
}

/** Undefined for a path that leaves the folder or cannot be decoded. */
function fileOf(dir: string, path: string): string | undefined {
  try {
    const file = normalize(join(dir, decodeURIComponent(path)));
    return file.startsWith(normalize(dir + sep)) && !file.includes("\0") ? file : undefined;
  } catch {
    return undefined;
  }
}

async function load(cache: Map<string, Asset>, file: string): Promise<Asset | undefined> {
  const info = await stat(file).catch(() => undefined);
  if (!info?.isFile()) return undefined;
  const known = cache.get(file);
  if (known?.modified === info.mtimeMs) return known;
  const body = await readFile(file);
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const zipped = COMPRESSIBLE.test(type) && body.length > 1_000 ? await promisify(gzip)(body) : undefined;
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const asset = { body, zipped, type, etag, modified: info.mtimeMs };
  cache.set(file, asset);
  return asset;
}

function respond(request: Request, asset: Asset, immutable: boolean): Response {
  const headers = new Headers({
    "Content-Type": asset.type,
    "Cache-Control": immutable ? "public, max-age=31536000, immutable" : "no-cache",
    ETag: asset.etag,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    Vary: "Accept-Encoding",
  });
  if (request.headers.get("if-none-match") === asset.etag)
    return new Response(null, { status: 304, headers });
  const zip = asset.zipped && /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  if (zip) headers.set("Content-Encoding", "gzip");
  const body = zip && asset.zipped ? asset.zipped : asset.body;
  headers.set("Content-Length", String(body.length));
  return new Response(request.method === "HEAD" ? null : new Uint8Array(body), { headers });
}

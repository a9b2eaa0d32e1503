import fc from "fast-check";
import { NASTY_TEXTS } from "./spoil.ts";

/** Bodies that are no JSON of ours at all. */
export const rawBodies: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      " ",
      "null",
      "true",
      "7",
      '"text"',
      "[]",
      "{",
      "[NaN]",
      "{'a':1}",
      "\ufeff{}",
      '{"a":1}{"a":2}',
      '{"a":"\\ud800"}',
    ],
    ...[
      "[".repeat(30_000),
      '{"a":'.repeat(10_000),
      "x".repeat(70_000),
      "a=1&b=%FF",
      "<?xml version='1.0'?><a/>",
    ],
  ),
  // UTF-16 and bytes that are no UTF-8.
  fc
    .constantFrom(
      [0xff, 0xfe, 0x7b, 0, 0x7d, 0],
      [0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d],
      [0xf5, 0x80],
    )
    .map((bytes) => new Uint8Array(bytes)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
);

const CONTENT_TYPES = [
  ...[
    "application/json; charset=utf-16",
    'application/json; charset="',
    "application/problem+json",
    "APPLICATION/JSON",
  ],
  ...[
    "text/plain",
    "multipart/form-data",
    "application/x-www-form-urlencoded; charset=latin1",
    "",
    ";",
    "x".repeat(4000),
  ],
];
const IDS = [
  "\u0001",
  "a\tb",
  "x".repeat(5000),
  "<script>",
  "é",
  "0",
  "__proto__",
  "../..",
  "null",
  "' or 1=1 --",
];
const SEQUENCES = [
  "-1",
  "1e999",
  "9".repeat(40),
  "0x10",
  "",
  "\u0001",
  "Infinity",
  "1.5",
  "9007199254740993",
];
const NO_CREDENTIALS = [
  "Bearer",
  "Bearer a.b.c",
  "Bearer  ",
  "Basic Og==",
  "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
  `Bearer ${"x".repeat(6000)}`,
];

const sometimes = (values: string[]) => fc.option(fc.constantFrom(...values), { freq: 4, nil: undefined });

/** Only what is there. */
export const given = (headers: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );

/** Headers a client of ours never sends; a header may only hold Latin-1 without NUL and line ends. */
export const oddHeaders: fc.Arbitrary<Record<string, string>> = fc
  .record({
    "x-request-id": sometimes(IDS),
    "idempotency-key": sometimes([...IDS, "one", "two"]),
    "last-event-id": sometimes(SEQUENCES),
    "x-forwarded-for": sometimes(["", "a, b, c", "::1", "x".repeat(3000), "10.0.0.1:99999"]),
    "accept-language": sometimes(["*;q=2", "x".repeat(3000)]),
    origin: sometimes(["null", "https://evil.example", "\u0001"]),
  })
  .map(given);
export const oddContentType = sometimes(CONTENT_TYPES);
export const oddMerchant = sometimes(IDS);
export const badCredentials: fc.Arbitrary<Record<string, string>> = fc.oneof(
  fc.constantFrom(...NO_CREDENTIALS).map((authorization) => ({ authorization })),
  fc.constantFrom("", "cw_live_", "cw_live_\u0001é", "x".repeat(6000)).map((key) => ({ "x-api-key": key })),
);

/** One segment of a path, already in the form it is sent in. */
export const oddSegment = fc.oneof(
  fc.constantFrom(
    ...[
      "%00",
      "%2e%2e",
      "%2e%2e%2f%2e%2e",
      "%252e%252e%252f",
      "..%2f..%2fme",
      "%ff",
      "%E0%A4%A",
      "%",
      "%0d%0aX-Evil:%201",
      "*",
    ],
    ...[
      "a".repeat(5000),
      "__proto__",
      "constructor",
      "0",
      "-".repeat(36),
      "00000000-0000-0000-0000-000000000000",
      "eq.1",
      "(select%201)",
    ],
  ),
  fc.uuid(),
);

/** A query in which parameters come with anything, twice, and with others beside them. */
export const oddQuery = (names: string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...names, "__proto__", "select", "id"),
        fc.constantFrom(...NASTY_TEXTS, "1", "1,2"),
      ),
      { maxLength: 4 },
    )
    .map((pairs) =>
      pairs
        .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed().slice(0, 4000))}`)
        .join("&"),
    );

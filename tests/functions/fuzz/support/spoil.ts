import fc from "fast-check";

/** Stands for a number that JSON can write and JavaScript's own writer never would. */
const BEYOND = "~1e400~";

/** JSON with numbers beyond any double where `BEYOND` stands. */
export const jsonText = (value: unknown): string => JSON.stringify(value).replaceAll(`"${BEYOND}"`, "1e400");

const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
};
/** An own property of this name, as JSON.parse makes it. */
const owned = (name: string, value: unknown): unknown => Object.fromEntries([[name, value]]);

/** Texts that break what forgets about them: NUL, halves of surrogate pairs, direction marks, formats that almost fit. */
export const NASTY_TEXTS = [
  ...[
    "",
    " ",
    "\u0000",
    "a\u0000b",
    "\ud800",
    "x\udc00y",
    "\u202eabc\u202c",
    "\ufeff",
    "\u0007\u001b[31m",
    "e\u0301".repeat(60),
  ],
  ...[
    "x".repeat(20_000),
    "\u{1F9D1}\u200D\u{1F373}".repeat(50),
    "İıßﬁ",
    "\n\r\t",
    "__proto__",
    "constructor",
    "toString",
  ],
  ...[
    "null",
    "NaN",
    "-1",
    "1e400",
    "9".repeat(40),
    "' or 1=1 --",
    "{{7*7}}",
    "<script>alert(1)</script>",
    "%00",
    "../../etc/passwd",
  ],
  ...[
    "0000-01-01T00:00:00Z",
    "+275760-09-13T00:00:00.000Z",
    "-".repeat(36),
    "00000000-0000-0000-0000-000000000000",
  ],
];

const NASTY_VALUES: unknown[] = [
  ...[null, true, false, 0, -0, -1, 0.1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e21, 1e300, 5e-324, BEYOND],
  ...[[], {}, [[]], [null], Array(2000).fill(0), Array(300).fill({}), deep(500)],
  ...[
    owned("__proto__", { polluted: true }),
    owned("constructor", { prototype: {} }),
    { length: 1e9 },
    { toString: 1 },
  ],
];
const NAMES = [
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toJSON",
  "",
  "\u0000",
  "id",
  "merchant_id",
  "role",
  "x".repeat(3000),
];

export const nastyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY_TEXTS) },
  // What a database refuses and JSON does not, more often than its share.
  { weight: 2, arbitrary: fc.constantFrom("\u0000", "\ud800", "\udc00") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);
export const nastyValue = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY_VALUES) },
  { weight: 3, arbitrary: nastyText },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

type Spoiling = {
  kind: "replace" | "drop" | "add" | "taint" | "wrap";
  where: number;
  name: string;
  value: unknown;
  text: string;
};

const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  kind: fc.constantFrom("replace", "replace", "drop", "add", "taint", "taint", "wrap"),
  where: fc.nat(),
  name: fc.constantFrom(...NAMES),
  value: nastyValue,
  text: nastyText,
});

/** The value with nothing to three things wrong somewhere in it. */
export const spoiled = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(values, fc.array(spoiling, { maxLength: 3 })).map(([value, all]) => all.reduce(spoil, value));

function spoil(value: unknown, spoiling: Spoiling): unknown {
  const paths = pathsOf(value);
  return changeAt(value, paths[spoiling.where % paths.length] ?? [], spoiling);
}

type Path = string[];

/** Every place in the value, itself included, so far as it is not itself one of the deep ones. */
function pathsOf(value: unknown, depth = 0): Path[] {
  if (typeof value !== "object" || value === null || depth > 5) return [[]];
  const entries = Object.entries(value).slice(0, 30);
  return [[], ...entries.flatMap(([key, inner]) => pathsOf(inner, depth + 1).map((path) => [key, ...path]))];
}

const DROPPED = Symbol("dropped");

function changeAt(value: unknown, [key, ...rest]: Path, spoiling: Spoiling): unknown {
  if (key === undefined) {
    const changed = change(value, spoiling);
    return changed === DROPPED ? null : changed;
  }
  if (typeof value !== "object" || value === null) return value;
  const inner = (value as Record<string, unknown>)[key];
  const changed = rest.length === 0 ? change(inner, spoiling) : changeAt(inner, rest, spoiling);
  const entries = Object.entries(value).filter(([name]) => name !== key || changed !== DROPPED);
  const replaced = entries.map(([name, old]): [string, unknown] => [name, name === key ? changed : old]);
  return Array.isArray(value) ? replaced.map(([, item]) => item) : Object.fromEntries(replaced);
}

function change(value: unknown, { kind, name, value: nasty, text, where }: Spoiling): unknown {
  if (kind === "drop") return DROPPED;
  if (kind === "wrap") return where % 2 ? [value] : { value };
  if (kind === "taint" && typeof value === "string") {
    const at = where % (value.length + 1);
    return value.slice(0, at) + text + value.slice(at);
  }
  if (kind === "add" && typeof value === "object" && value !== null && !Array.isArray(value)) {
    return Object.fromEntries([...Object.entries(value), [name, nasty]]);
  }
  return nasty;
}

import fc from "fast-check";
import * as z from "zod";
import type { $ZodType } from "zod/v4/core";

type JsonSchema = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
};

/**
 * Values that the schema asks for, as far as JSON Schema can say it: what only a refinement knows (that a time
 * zone exists, say) is left to chance. Ends of ranges come up more often than their middles.
 */
export const valuesOf = (schema: $ZodType): fc.Arbitrary<unknown> =>
  arbitraryOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema);

function arbitraryOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map(arbitraryOf));
  if (schema.allOf)
    return fc.tuple(...schema.allOf.map(arbitraryOf)).map((parts) => Object.assign({}, ...parts));
  const typed = schema.type && BY_TYPE[schema.type];
  return typed ? typed(schema) : fc.jsonValue();
}

const BY_TYPE: Record<string, (schema: JsonSchema) => fc.Arbitrary<unknown>> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: ({ minimum = -(2 ** 53) + 1, maximum = 2 ** 53 - 1 }) =>
    fc.integer({ min: minimum, max: maximum }),
  number: ({ minimum = -1e15, maximum = 1e15 }) =>
    fc.double({ min: minimum, max: maximum, noNaN: true, noDefaultInfinity: true }),
  string: textOf,
  array: ({ items = {}, minItems = 0, maxItems = 4 }) =>
    fc.array(arbitraryOf(items), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) }),
  object: objectOf,
};

/** Times that are right by their grammar, and that a database or `Date` may know nothing of. */
const TIMES = [
  "2026-05-01T12:00:00Z",
  "0000-01-01T00:00:00Z",
  "0001-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
];

function textOf({ format, pattern, minLength = 0, maxLength = 40 }: JsonSchema): fc.Arbitrary<string> {
  if (format === "uuid") return fc.uuid();
  if (format === "email") return fc.uuid().map((id) => `fuzz-${id}@example.com`);
  if (format === "date-time") return fc.constantFrom(...TIMES);
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  const bounds = { minLength, maxLength: Math.min(maxLength, minLength + 40) };
  return fc.oneof(
    fc.string({ ...bounds, unit: "grapheme" }),
    fc.constant("x".repeat(Math.min(maxLength, 2000))),
  );
}

function objectOf({
  properties = {},
  required = [],
  additionalProperties,
}: JsonSchema): fc.Arbitrary<unknown> {
  const known = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, arbitraryOf(schema)])),
    { requiredKeys: required },
  );
  if (typeof additionalProperties !== "object") return known;
  const others = fc.dictionary(fc.string(), arbitraryOf(additionalProperties), { maxKeys: 3 });
  return fc.tuple(known, others).map(([first, second]) => ({ ...second, ...first }));
}

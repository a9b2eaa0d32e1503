/** What a form body decodes to: strings, lists and nested records, like the JSON it stands for. */
export type Form = { [key: string]: FormValue };
export type FormValue = string | FormValue[] | { [key: string]: FormValue };

/**
 * Decodes Stripe's bracket form encoding: `a[b]=1`, `a[0][b]=1`, `a[]=1`.
 * Numeric and empty brackets make lists; everything else makes records. Values stay strings.
 */
export function decodeForm(text: string): Form {
  const root: Form = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const first = name.replace(/\[.*$/s, "");
    if (isUnsafe(first)) continue;
    const path = [first, ...[...name.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? "")];
    if (!path.some(isUnsafe)) put(root, path, value);
  }
  return listsFrom(root) as Form;
}

/** The record under `key`, or an empty one. */
export function recordAt(form: Form, key: string): Form {
  const value = form[key];
  return typeof value === "object" && !Array.isArray(value) ? value : {};
}

/** The list of records under `key`, or an empty one. */
export function recordsAt(form: Form, key: string): Form[] {
  const value = form[key];
  return Array.isArray(value)
    ? value.filter((item): item is Form => typeof item === "object" && !Array.isArray(item))
    : [];
}

/** The text under `key`; undefined when absent or empty (Stripe reads an empty string as "unset"). */
export function textAt(form: Form, key: string): string | undefined {
  const value = form[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

const isUnsafe = (key: string) => key === "__proto__" || key === "constructor" || key === "prototype";

function put(root: Form, path: string[], value: string): void {
  let at = root;
  path.forEach((raw, depth) => {
    const key = raw === "" ? String(Object.keys(at).length) : raw;
    if (depth === path.length - 1) {
      at[key] = value;
      return;
    }
    const next = at[key];
    if (typeof next === "object" && !Array.isArray(next)) at = next;
    else {
      const made: Form = {};
      at[key] = made;
      at = made;
    }
  });
}

function listsFrom(value: FormValue): FormValue {
  if (typeof value === "string" || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key))) {
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => listsFrom(value[key] ?? ""));
  }
  return Object.fromEntries(keys.map((key) => [key, listsFrom(value[key] ?? "")]));
}

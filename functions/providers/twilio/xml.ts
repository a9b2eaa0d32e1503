import { html, raw } from "hono/html";

/** A piece of XML whose texts are escaped already. */
export type Xml = ReturnType<typeof html>;

const DECLARATION = raw('<?xml version="1.0" encoding="UTF-8"?>');

/**
 * An element, escaped by Hono's helper, whose five references (`&amp; &lt; &gt; &quot; &#39;`) are XML's too. Lists are
 * separated by spaces as in TwiML; an attribute without a value is left out. Names are trusted, values and texts are not.
 */
export function element(name: string, attributes: object, ...content: (string | Xml)[]): Xml {
  const tag = raw(name);
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const written = given.map(([key, value]) => html` ${raw(key)}="${textOf(value)}"`);
  return html`<${tag}${written}>${content}</${tag}>`;
}

/** The whole document, UTF-8. */
export const toDocument = (root: Xml): string => `${DECLARATION}${root}`;

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(" ") : String(value));

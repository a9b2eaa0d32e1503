import { escapeToBuffer, type StringBuffer } from "hono/utils/html";

/** A piece of XML whose texts are escaped already. */
export type Xml = { readonly xml: string };

/**
 * An element. Lists are separated by spaces as in TwiML; an attribute without a value is left out. Names are trusted,
 * values and texts are not.
 */
export function element(name: string, attributes: object, ...content: (string | Xml)[]): Xml {
  const inside = content.map((part) => (typeof part === "string" ? escaped(part) : part.xml)).join("");
  const begun = `<${name}${attributesOf(attributes)}`;
  return { xml: inside ? `${begun}>${inside}</${name}>` : `${begun}/>` };
}

/** The whole document, UTF-8. */
export const toDocument = ({ xml }: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>${xml}`;

function attributesOf(attributes: object): string {
  let written = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    written += ` ${name}="${escaped(Array.isArray(value) ? value.join(" ") : String(value))}"`;
  }
  return written;
}

/** By Hono's escaping, whose five references (`&amp; &lt; &gt; &quot; &#39;`) are XML's too. */
function escaped(text: string): string {
  const buffer: StringBuffer = [""];
  escapeToBuffer(text, buffer);
  return String(buffer[0]);
}

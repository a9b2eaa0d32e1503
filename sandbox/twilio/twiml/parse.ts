import { SaxesParser, type SaxesTagPlain } from "saxes";
import { type ElementRule, type Grammar, MESSAGING_GRAMMAR, SSML, VOICE_GRAMMAR } from "./grammar.ts";

export type Verb = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** The words inside, white space folded; speech marks left out. */
  text: string;
  children: Verb[];
};

/** A document Twilio would not run. `code` is Twilio's: 12100 not XML, 12200 not TwiML, 12300 not sent as XML. */
export class TwimlError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.name = "TwimlError";
    this.code = code;
  }
}

export const parseVoice = (contentType: string, body: string) => parseTwiml(contentType, body, VOICE_GRAMMAR);

export const parseMessaging = (contentType: string, body: string) =>
  parseTwiml(contentType, body, MESSAGING_GRAMMAR);

/**
 * The verbs of a TwiML document, checked against the grammar. Stricter than Twilio in one way: what Twilio only
 * warns about (12200: an unknown verb, attribute or value, which it then ignores) is an error here, so that a slip
 * shows at once. An empty body means "nothing to do".
 * @throws TwimlError
 */
export function parseTwiml(contentType: string, body: string, grammar: Grammar): Verb[] {
  if (body.trim() === "") return [];
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "text/xml" && type !== "application/xml") {
    throw new TwimlError(12300, `Content-Type must be text/xml, not "${contentType}"`);
  }
  const root = readTree(body);
  if (root.name !== "Response")
    throw new TwimlError(12100, `The root must be <Response>, not <${root.name}>`);
  checkElement(root, grammar);
  return root.children;
}

/** @throws TwimlError 12100 when the text is not well-formed XML. */
function readTree(body: string): Verb {
  const parser = new SaxesParser();
  const open: Verb[] = [];
  let root: Verb | undefined;
  parser.on("error", (error) => {
    throw new TwimlError(12100, `Not well-formed XML: ${error.message}`);
  });
  parser.on("opentag", (tag: SaxesTagPlain) => {
    const verb: Verb = { name: tag.name, attributes: { ...tag.attributes }, text: "", children: [] };
    open.at(-1)?.children.push(verb);
    root ??= verb;
    open.push(verb);
  });
  const addText = (text: string) => {
    for (const verb of open) if (verb === open.at(-1) || isSpeech(verb, open)) verb.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const verb = open.pop();
    if (verb) verb.text = verb.text.replace(/\s+/g, " ").trim();
  });
  parser.write(body).close();
  if (!root) throw new TwimlError(12100, "The document is empty");
  return root;
}

/** Words inside speech marks are words of the `<Say>` around them. */
const isSpeech = (verb: Verb, open: readonly Verb[]) =>
  verb.name === "Say" && SSML.has(open.at(-1)?.name ?? "");

function checkElement(verb: Verb, grammar: Grammar): void {
  const rule = grammar[verb.name];
  if (!rule) throw new TwimlError(12200, `The sandbox knows no <${verb.name}>`);
  checkAttributes(verb, rule);
  if (verb.text && !rule.text) throw new TwimlError(12200, `<${verb.name}> takes no text: "${verb.text}"`);
  if (rule.textRequired && !verb.text)
    throw new TwimlError(verb.name === "Say" ? 13520 : 12200, `<${verb.name}> is empty`);
  for (const child of verb.children) {
    if (rule.text === "ssml" && SSML.has(child.name)) continue;
    if (!rule.children?.includes(child.name)) {
      const known = child.name in grammar ? "may not stand" : "is unknown";
      throw new TwimlError(12200, `<${child.name}> ${known} inside <${verb.name}>`);
    }
    checkElement(child, grammar);
  }
}

function checkAttributes(verb: Verb, rule: ElementRule): void {
  for (const [name, value] of Object.entries(verb.attributes)) {
    if (name.startsWith("xmlns") || name.startsWith("xsi:")) continue;
    const attribute = Object.hasOwn(rule.attributes, name) ? rule.attributes[name] : undefined;
    if (!attribute) throw new TwimlError(12200, `<${verb.name}> has no attribute "${name}"`);
    const expected = attribute(value);
    if (expected) throw new TwimlError(12200, `<${verb.name} ${name}="${value}">: expected ${expected}`);
  }
}

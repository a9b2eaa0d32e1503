import { SaxesParser } from "saxes";

export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

/** A document as a tree. Throws on anything XML does not allow, as Twilio does. */
export function parseXml(xml: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = {
      name,
      attributes: attributes as Record<string, string>,
      children: [],
      text: "",
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(xml).close();
  const response = root.children[0];
  if (!response) throw new Error("empty document");
  return response;
}

import { Anchor, Code, ScrollArea } from "@mantine/core";
import { Fragment } from "react";

const LINK = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]»])/g;

/** Text with its web addresses made into links that open beside this page. */
export function Linked({ text }: { text: string }) {
  return partsOf(text).map(({ at, part, link }) =>
    link ? (
      <Anchor key={at} href={part} target="_blank" rel="noreferrer" inherit className="linked">
        {part}
      </Anchor>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}

/** Plain and linked parts by turns, each with its place in the text. */
function partsOf(text: string) {
  let at = 0;
  return text.split(LINK).map((part, index) => {
    const found = { at, part, link: index % 2 === 1 };
    at += part.length + 1;
    return found;
  });
}

/** A request's body or headers: JSON indented, all else as it is. */
export function Raw({ text, label }: { text: string; label: string }) {
  return (
    <ScrollArea.Autosize mah={280} viewportProps={{ tabIndex: 0, role: "region", "aria-label": label }}>
      <Code block>{indented(text)}</Code>
    </ScrollArea.Autosize>
  );
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

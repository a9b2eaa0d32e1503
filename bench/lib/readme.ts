import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Table } from "./tables.ts";

const FILE = join(import.meta.dirname, "../README.md");
const BEGIN = "<!-- figures: written by npm run bench -- --record -->";
const END = "<!-- end of figures -->";

/** Puts the tables between the marks of bench/README.md. @throws Error when a mark is missing */
export function recordFigures(tables: readonly Table[], about: string): void {
  const text = readFileSync(FILE, "utf8");
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${FILE} has no place for figures`);
  const figures = [about, ...tables.map(markdown)].join("\n\n");
  writeFileSync(FILE, `${text.slice(0, from)}${BEGIN}\n\n${figures}\n\n${text.slice(to)}`);
}

/** A table in Markdown; figures stand to the right. */
function markdown({ title, rows }: Table): string {
  const names = Object.keys(rows[0] ?? {});
  const line = (cells: (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [
    `### ${title}`,
    "",
    line(names),
    line(names.map((_, at) => (at === 0 ? "---" : "---:"))),
    ...rows.map((row) => line(names.map((name) => row[name] ?? ""))),
  ].join("\n");
}

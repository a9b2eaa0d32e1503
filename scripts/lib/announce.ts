import { relative } from "node:path";
import type { Product } from "../../runtime/node/product.ts";
import { ROOT } from "../../runtime/node/root.ts";
import type { Demo } from "../demo/demo.ts";
import { tell } from "./terminal.ts";

export type Announcement = {
  product: Product;
  folder: string;
  databaseUrl: string | undefined;
  demo: Demo | undefined;
  healthy: boolean;
};

/** Prints everything there is to open, and who may sign in. */
export function announce({ product, folder, databaseUrl, demo, healthy }: Announcement): void {
  const { url } = product;
  const real = [...product.real];
  const lines: [string, string][] = [
    ["App", url],
    ["Sandbox (phone, SMS, mail, queue)", `${url}/_sandbox/`],
    ["Health", `${url}/health`],
    ["OpenAPI", `${url}/api/openapi`],
    ["SMTP", withoutPassword(process.env.SMTP_URL)],
    ["PostgreSQL", withoutPassword(databaseUrl)],
    ["Data", `${relative(ROOT, folder) || folder} (npm run reset clears it)`],
    ...(real.length > 0 ? [["Real accounts", real.join(", ")] as [string, string]] : []),
  ];
  tell("");
  for (const [name, value] of lines) if (value) tell(`  ${name.padEnd(34)} ${value}`);
  if (demo) tell(`\n${demoLines(demo)}`);
  if (process.env.LOG_LEVEL === "warning") tell("\n  LOG_LEVEL=info npm start prints every request.");
  tell(healthy ? "\nReady. Ctrl-C stops." : "\nRunning, but not healthy: see /health.");
}

function demoLines(demo: Demo): string {
  const rows = demo.accounts.map(({ name, email, password, number }) =>
    [`  ${name.padEnd(34)}`, `${email} / ${password}`, number ? `  call ${number}` : ""].join(" "),
  );
  return ["  Sign in as", ...rows].join("\n");
}

function withoutPassword(address: string | undefined): string {
  if (!address) return "";
  const url = new URL(address);
  if (url.password) url.password = "***";
  return url.href;
}

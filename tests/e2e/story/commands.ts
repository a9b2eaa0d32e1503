import { type ChildProcess, spawn } from "node:child_process";
import { ROOT } from "../../../runtime/node/root.ts";

/** One of the real commands, as a process of its own. */
export type Command = { output: () => string; ended: Promise<number | null>; child: ChildProcess };

const children = new Set<ChildProcess>();

/** Runs `npm start` or `npm run reset` on this port and data folder, with an environment that tells of no test. */
export function runCommand(
  script: "start" | "reset",
  { port, folder, env = {} }: { port: number; folder: string; env?: Record<string, string> },
): Command {
  const clean = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|NODE_OPTIONS|SUPABASE|LOG_LEVEL)/.test(name),
  );
  const child = spawn(process.execPath, [`scripts/${script}.ts`], {
    cwd: ROOT,
    env: { ...Object.fromEntries(clean), PORT: String(port), CALLWAITING_DATA: folder, ...env },
  });
  children.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  void ended.then(() => children.delete(child));
  return { output: () => output, ended, child };
}

/** Waits until it serves. @throws with what it printed */
export async function ready(command: Command): Promise<void> {
  const deadline = Date.now() + 50_000;
  while (!command.output().includes("Ready.")) {
    if (command.child.exitCode !== null || Date.now() > deadline) throw new Error(command.output());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Ends what a failed test left running. */
export function killCommands(): void {
  for (const child of children) child.kill("SIGKILL");
}

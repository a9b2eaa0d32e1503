import { createServer } from "node:http";
import type { TestProject } from "vitest/node";
import { createCluster } from "./cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where test files ask for the run's PostgreSQL. */
    clusterAddress: string;
  }
}

/**
 * One PostgreSQL for the whole run, started when the first test file asks for it: a run of unit tests
 * never waits for a database. Set-up files run once per project; only the first of them opens the cluster.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const root = project.vitest.getRootProject();
  const shared = root as { clusterAddress?: Promise<Started> };
  if (shared.clusterAddress) {
    project.provide("clusterAddress", (await shared.clusterAddress).address);
    return undefined;
  }
  shared.clusterAddress = start();
  const { address, stop } = await shared.clusterAddress;
  project.provide("clusterAddress", address);
  return stop;
}

type Started = { address: string; stop: () => Promise<void> };

async function start(): Promise<Started> {
  const cluster = createCluster();
  const server = createServer((request, response) => {
    const path = request.url === "/empty" ? "empty" : "migrated";
    cluster.templates().then(
      (templates) => response.end(JSON.stringify({ url: templates.url, template: templates[path] })),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(error instanceof Error ? (error.stack ?? error.message) : String(error));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await cluster.stop();
    },
  };
}

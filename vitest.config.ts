import { defineConfig } from "vitest/config";
import { isLostConnection } from "./sandbox/database/lost-connection.ts";

/** Folders of tests, each a project that can be run alone: `npx vitest run --project database`. */
const project = (name: string, include: string[], options: Record<string, unknown> = {}) => ({
  extends: true as const,
  test: { name, include, ...options },
});

export default defineConfig({
  test: {
    globalSetup: ["tests/harness/global-setup.ts"],
    pool: "forks",
    // What a passing test logged is of no interest; what a failing one logged is.
    silent: "passed-only",
    testTimeout: 15_000,
    hookTimeout: 30_000,
    teardownTimeout: 15_000,
    // Where a test restarts PostgreSQL, the driver leaves behind what the product outlives.
    onUnhandledError: (error) => !isLostConnection(error),
    projects: [
      project("unit", ["tests/unit/**/*.test.{ts,tsx}"]),
      project("sandbox", ["tests/sandbox/**/*.test.ts"]),
      project("database", ["tests/database/**/*.test.ts"]),
      project("functions", ["tests/functions/**/*.test.ts"]),
      project("runtime", ["tests/runtime/**/*.test.ts"], { testTimeout: 120_000, hookTimeout: 120_000 }),
      project("e2e", ["tests/e2e/**/*.test.ts"], {
        exclude: ["tests/e2e/browser/**"],
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      // After all others, so that neither starves the other: minutes on two cores of its own, longer on a busy machine.
      project("chaos", ["tests/chaos/**/*.test.ts"], {
        testTimeout: 1_800_000,
        sequence: { groupOrder: 1 },
      }),
      project("browser", ["tests/e2e/browser/**/*.test.ts"], {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        // One Chromium at a time is what a small machine can carry.
        fileParallelism: false,
      }),
    ],
  },
});

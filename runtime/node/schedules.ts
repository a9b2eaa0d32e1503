import { Client } from "@upstash/qstash";

/** A job that runs by the clock: `cron` in UTC, `path` of the function that QStash calls. */
export type Schedule = { id: string; cron: string; path: string };

/**
 * Makes QStash call the jobs by the clock. Each schedule has an id of ours, so registering again replaces it
 * instead of adding a second one.
 */
export async function registerSchedules(
  schedules: readonly Schedule[],
  env: {
    QSTASH_URL?: string | undefined;
    QSTASH_TOKEN?: string | undefined;
    PUBLIC_BASE_URL?: string | undefined;
  },
): Promise<void> {
  const client = new Client({
    token: env.QSTASH_TOKEN ?? "",
    ...(env.QSTASH_URL ? { baseUrl: env.QSTASH_URL } : {}),
    enableTelemetry: false,
    devMode: false,
  });
  for (const { id, cron, path } of schedules) {
    await client.schedules.create({
      scheduleId: id,
      destination: `${env.PUBLIC_BASE_URL}${path}`,
      cron,
      // The next run is never far: a missed one is not worth repeating.
      retries: 0,
    });
  }
}

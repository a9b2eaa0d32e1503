let watching = false;

/**
 * Lets this process outlive a PostgreSQL that is restarted under it. postgres.js (3.4.9) then writes to a socket that is
 * gone, in a timer, where nobody can catch it (https://github.com/porsager/postgres/issues/1154), and refuses queries
 * that nobody waits for any more. Every other uncaught error ends the process as before.
 */
export function outliveLostConnections(): void {
  if (watching) return;
  watching = true;
  process.on("uncaughtException", (error) => {
    // A test runner has its own opinion on the others.
    if (isLostConnection(error) || process.listenerCount("uncaughtException") > 1) return;
    console.error(error);
    process.exit(1);
  });
}

/** The driver's and the server's codes for a connection that ended. */
const ENDED = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "57P01",
  "57P02",
  "57P03",
]);

/** Whether an uncaught error, or a copy of one from another process, tells of a connection that ended. */
export function isLostConnection(error: { message: string; stack?: string; code?: unknown }): boolean {
  if (ENDED.has(String(error.code))) return true;
  return (
    error.message.includes("null (reading 'write')") &&
    /nextWrite.*postgres\/(c?js\/)?src\/connection\.js/.test(error.stack ?? "")
  );
}

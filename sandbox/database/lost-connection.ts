let watching = false;

/**
 * Lets this process outlive a PostgreSQL that is restarted under it: postgres.js (3.4.9) then writes to a socket that is
 * gone, in a timer, where nobody can catch it (https://github.com/porsager/postgres/issues/1154). The query itself has
 * been refused by then. Every other uncaught error ends the process as before.
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

/** True for that one error of the driver. */
export const isLostConnection = (error: unknown): boolean =>
  error instanceof TypeError &&
  error.message.includes("null (reading 'write')") &&
  /nextWrite.*postgres\/(c?js\/)?src\/connection\.js/.test(error.stack ?? "");

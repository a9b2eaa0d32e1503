import known from "./migrations.json" with { type: "json" };

type Migration = { version: string; name: string };

/**
 * Where the database stands against the migrations this version was built with (`migrations.json`, written by
 * `npm run types:generate`; a function cannot read the folder where it is deployed).
 */
export function migrationStatus(applied: readonly string[], wanted: readonly Migration[] = known) {
  const versions = new Set(wanted.map(({ version }) => version));
  const pending = wanted.filter(({ version }) => !applied.includes(version));
  const unknown = applied.filter((version) => !versions.has(version));
  return { upToDate: pending.length === 0 && unknown.length === 0, applied: [...applied], pending, unknown };
}

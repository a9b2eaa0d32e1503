/**
 * HTTP status that PostgREST gives a SQLSTATE, for the states that Supabase Lite does not map itself;
 * undefined for those it does (unique and foreign keys, `PTxyz`, privileges, data and syntax errors).
 * https://docs.postgrest.org/en/stable/references/errors.html#status-codes
 */
export function statusOf(state: string): number | undefined {
  if (MAPPED_BY_LITE.some((prefix) => state.startsWith(prefix))) return undefined;
  if (!/^[0-9A-Z]{5}$/.test(state)) return undefined;
  if (state === "P0001") return 400;
  const byClass = STATUS_OF_CLASS[state.slice(0, 2)];
  return byClass ?? 400;
}

const MAPPED_BY_LITE = ["PGRST", "PT", "21", "22", "42", "23502", "23503", "23505", "25006", "53", "55"];

const STATUS_OF_CLASS: Record<string, number> = {
  "08": 503,
  "09": 500,
  "0L": 403,
  "0P": 403,
  "23": 400,
  "25": 500,
  "28": 403,
  "2D": 500,
  "38": 500,
  "39": 500,
  "3B": 500,
  "40": 500,
  "54": 500,
  "57": 500,
  "58": 500,
  F0: 500,
  HV: 500,
  P0: 500,
  XX: 500,
};

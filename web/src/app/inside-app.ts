/** Only an address inside the app: a link must not lead people who sign in elsewhere. */
export const insideApp = (next: unknown): string | undefined =>
  typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : undefined;

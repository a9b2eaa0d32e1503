const PREFIX = "callwaiting-sandbox:";

/** What this browser keeps for the page. A browser that keeps nothing (private mode) still works. */
export function remembered(name: string, fallback: string): string {
  try {
    return localStorage.getItem(PREFIX + name) ?? fallback;
  } catch {
    return fallback;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Nothing kept, nothing lost.
  }
}

type PartState = { state: "ok" | "degraded" | "down" | "not_configured"; detail?: string };

/** Without these the product cannot do its job; without any other it does it less well. */
const ESSENTIAL = new Set(["database", "auth", "queue"]);

/** Asks every part at once; one that throws is down, and why stays in the log. */
export async function checkHealth(
  probes: Record<string, () => Promise<PartState>>,
  onFailure: (part: string, error: unknown) => void,
): Promise<{ status: "ok" | "degraded" | "down"; parts: Record<string, PartState> }> {
  const asked = await Promise.all(
    Object.entries(probes).map(async ([part, probe]): Promise<[string, PartState]> => {
      try {
        return [part, await probe()];
      } catch (error) {
        onFailure(part, error);
        return [part, { state: "down", detail: "does not answer" }];
      }
    }),
  );
  const parts = Object.fromEntries(asked);
  const failing = asked.filter(([, { state }]) => state === "down" || state === "degraded");
  const essential = failing.some(([part, { state }]) => ESSENTIAL.has(part) && state === "down");
  return { status: essential ? "down" : failing.length > 0 ? "degraded" : "ok", parts };
}

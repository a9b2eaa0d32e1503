import type { Step } from "./crossings.ts";
import type { Random } from "./random.ts";

/** Decides at which steps the functions' process dies: each named step once, and others at random. */
export type KillPlan = {
  strikes(step: Step): boolean;
  /** `off` only counts. `once` kills at every step that has not been struck. `random` adds some by chance. */
  mode(mode: "off" | "once" | "random"): void;
  /** Steps passed at least once at which nothing has been killed yet. */
  unstruck(): Step[];
  struck(): ReadonlyMap<Step, number>;
};

export type KillPlanOptions = {
  random: Random;
  /** Kill only here, every `every`-th time: for looking at one step. */
  only?: string | undefined;
  /** Milliseconds that a new process is left alone, so that work gets done between two kills. */
  graceMs: number;
};

const RANDOM_KILLS = 0.004;

export function createKillPlan({ random, only, graceMs }: KillPlanOptions): KillPlan {
  const known = new Set<Step>();
  const struck = new Map<Step, number>();
  let mode: "off" | "once" | "random" = "off";
  let quietUntil = 0;

  const wanted = (step: Step): boolean => {
    if (mode === "off") return false;
    if (only) return step === only && random.chance(0.3);
    return !struck.has(step) || (mode === "random" && random.chance(RANDOM_KILLS));
  };
  return {
    strikes(step) {
      known.add(step);
      if (Date.now() < quietUntil || !wanted(step)) return false;
      quietUntil = Date.now() + graceMs;
      struck.set(step, (struck.get(step) ?? 0) + 1);
      return true;
    },
    mode(next) {
      mode = next;
    },
    unstruck: () => [...known].filter((step) => !struck.has(step) && (!only || step === only)),
    struck: () => struck,
  };
}

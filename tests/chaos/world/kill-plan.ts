import type { Step } from "./crossings.ts";
import type { Random } from "./random.ts";

/** Decides at which steps the functions' process dies: each named step once, and others at random. */
export type KillPlan = {
  /** @param alive false when there is nothing to be killed just now */
  strikes(step: Step, alive: boolean): boolean;
  /** `asleep` knows nothing, `off` only learns the steps. `once` kills at every step that has not been struck. `random` adds some by chance. */
  mode(mode: Mode): void;
  /** Steps that were passed while `off`, without trouble, at which nothing has been killed yet. */
  unstruck(): Step[];
  struck(): ReadonlyMap<Step, number>;
};

type Mode = "asleep" | "off" | "once" | "random";

export type KillPlanOptions = {
  random: Random;
  /** Kill only here, every `every`-th time: for looking at one step. */
  only?: string | undefined;
  /** A process is left alone for so many steps, at most: work must get done between two kills, on a busy machine too. */
  graceSteps: number;
};

const RANDOM_KILLS = 0.002;
/** A step passed often can wait for its turn, so that calls get further than their first webhook. */
const OFTEN = 20;

export function createKillPlan({ random, only, graceSteps }: KillPlanOptions): KillPlan {
  const passed = new Map<Step, number>();
  const named = new Set<Step>();
  const struck = new Map<Step, number>();
  let mode: Mode = "asleep";
  let quietSteps = 0;

  const wanted = (step: Step): boolean => {
    if (mode === "asleep" || mode === "off") return false;
    if (only) return step === only && random.chance(0.3);
    if (struck.has(step)) return mode === "random" && random.chance(RANDOM_KILLS);
    return mode === "once" || random.chance((passed.get(step) ?? 0) > OFTEN ? 0.15 : 0.7);
  };
  return {
    strikes(step, alive) {
      if (mode === "asleep") return false;
      if (mode === "off") named.add(step);
      passed.set(step, (passed.get(step) ?? 0) + 1);
      if (!alive || quietSteps-- > 0 || !wanted(step)) return false;
      quietSteps = random.int(mode === "once" ? graceSteps / 4 : graceSteps);
      struck.set(step, (struck.get(step) ?? 0) + 1);
      return true;
    },
    mode(next) {
      mode = next;
    },
    unstruck: () => [...named].filter((step) => !struck.has(step) && (!only || step === only)),
    struck: () => struck,
  };
}

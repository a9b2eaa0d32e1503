import { onboardingSteps } from "./contracts.ts";

/** What stands in the database about a merchant's set-up. */
export type SetupFacts = { menu: boolean; number: boolean; payments: boolean; tried: boolean };

type Step = (typeof onboardingSteps)[number];

/**
 * Where the wizard stands, derived from what is there: it can be left at any point and resumed, and cannot disagree
 * with the truth. A merchant exists once the profile is saved, so that step is always done.
 */
export function onboardingOf({ menu, number, payments, tried }: SetupFacts): {
  steps: { step: Step; done: boolean }[];
  next: Step | null;
  live: boolean;
} {
  const done: Record<Step, boolean> = { profile: true, menu, number, payments, try: tried };
  const steps = onboardingSteps.map((step) => ({ step, done: done[step] }));
  return { steps, next: steps.find((step) => !step.done)?.step ?? null, live: menu && number && payments };
}

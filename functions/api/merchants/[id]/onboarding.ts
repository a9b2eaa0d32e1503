import { onboardingContract } from "../../../domain/merchants/contracts.ts";
import { onboardingOf } from "../../../domain/merchants/onboarding.ts";
import { apiRoute } from "../../../platform/api-route.ts";
import { setupFacts } from "../../../store/merchants.ts";

export const createOnboarding = (resolve: () => object) =>
  apiRoute(onboardingContract, resolve, async (_deps, { db, merchant }) =>
    onboardingOf(await setupFacts(db, merchant.merchantId)),
  );

export default createOnboarding(() => ({}));

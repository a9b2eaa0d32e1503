import { publicConfigContract } from "../../domain/operations/contracts.ts";
import { apiRoute } from "../../platform/api-route.ts";
import { type Env, readEnv } from "../../platform/env.ts";

type Deps = { env: Pick<Env, "testPhoneUrl" | "twilio" | "stripe" | "smtp"> };

export const createPublicConfig = (resolve: () => Deps) =>
  apiRoute(publicConfigContract, resolve, ({ env }) => ({
    testPhoneUrl: env.testPhoneUrl ?? null,
    features: { telephony: Boolean(env.twilio), payments: Boolean(env.stripe), email: Boolean(env.smtp) },
  }));

export default createPublicConfig(() => ({ env: readEnv() }));

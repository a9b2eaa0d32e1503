import { signUpContract } from "../../domain/accounts/contracts.ts";
import { apiRoute } from "../../platform/api-route.ts";
import { readEnv } from "../../platform/env.ts";
import { lazy } from "../../platform/lazy.ts";
import { supabaseAuth } from "../../platform/supabase-auth.ts";

type Deps = { auth: (requestId: string) => Pick<ReturnType<typeof supabaseAuth>, "signUp"> };

export const createSignUp = (resolve: () => Deps) =>
  apiRoute(signUpContract, resolve, async ({ auth }, { requestId }, { body }) => {
    const session = await auth(requestId).signUp(body.email, body.password);
    return { session, confirmationRequired: session === null };
  });

export default createSignUp(
  lazy(() => ({ auth: (requestId: string) => supabaseAuth(readEnv(), requestId) })),
);

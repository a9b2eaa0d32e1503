import { loginContract } from "../../domain/accounts/contracts.ts";
import { apiRoute } from "../../platform/api-route.ts";
import { readEnv } from "../../platform/env.ts";
import { lazy } from "../../platform/lazy.ts";
import { supabaseAuth } from "../../platform/supabase-auth.ts";

type Deps = { auth: (requestId: string) => Pick<ReturnType<typeof supabaseAuth>, "signIn"> };

/** Five failures in fifteen minutes lock account and address for as long: the builder's `signIn` limit. */
export const createLogin = (resolve: () => Deps) =>
  apiRoute(loginContract, resolve, ({ auth }, { requestId }, { body }) =>
    auth(requestId).signIn(body.email, body.password),
  );

export default createLogin(lazy(() => ({ auth: (requestId: string) => supabaseAuth(readEnv(), requestId) })));

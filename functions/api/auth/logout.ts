import { logoutContract } from "../../domain/accounts/contracts.ts";
import { apiRoute } from "../../platform/api-route.ts";
import { readEnv } from "../../platform/env.ts";
import { lazy } from "../../platform/lazy.ts";
import { supabaseAuth } from "../../platform/supabase-auth.ts";

type Deps = { auth: (requestId: string) => Pick<ReturnType<typeof supabaseAuth>, "signOut"> };

export const createLogout = (resolve: () => Deps) =>
  apiRoute(logoutContract, resolve, async ({ auth }, { requestId, actor }) => {
    await auth(requestId).signOut(actor.token);
    return { signedOut: true as const };
  });

export default createLogout(
  lazy(() => ({ auth: (requestId: string) => supabaseAuth(readEnv(), requestId) })),
);

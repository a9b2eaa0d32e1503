import { refreshContract } from "../../domain/accounts/contracts.ts";
import { apiRoute } from "../../platform/api-route.ts";
import { readEnv } from "../../platform/env.ts";
import { lazy } from "../../platform/lazy.ts";
import { supabaseAuth } from "../../platform/supabase-auth.ts";

type Deps = { auth: (requestId: string) => Pick<ReturnType<typeof supabaseAuth>, "refresh"> };

export const createRefresh = (resolve: () => Deps) =>
  apiRoute(refreshContract, resolve, ({ auth }, { requestId }, { body }) =>
    auth(requestId).refresh(body.refreshToken),
  );

export default createRefresh(
  lazy(() => ({ auth: (requestId: string) => supabaseAuth(readEnv(), requestId) })),
);

import { merchantDatabase } from "../platform/database.ts";
import type { Env } from "../platform/env.ts";
import type { MachineActor } from "../platform/tokens.ts";
import { callStore } from "../store/calls.ts";

export const callsFor = async (env: Env, merchantId: string, actor: MachineActor, requestId: string) =>
  callStore(await merchantDatabase(env, merchantId, actor, requestId), merchantId);

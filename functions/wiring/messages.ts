import { merchantDatabase } from "../platform/database.ts";
import type { Env } from "../platform/env.ts";
import type { MachineActor } from "../platform/tokens.ts";
import { messageStore } from "../store/messages.ts";

export const messagesFor = async (env: Env, merchantId: string, actor: MachineActor, requestId: string) =>
  messageStore(await merchantDatabase(env, merchantId, actor, requestId), merchantId);

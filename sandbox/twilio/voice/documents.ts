import type { World } from "../books.ts";
import type { FormParams } from "../signature.ts";
import { parseVoice, TwimlError } from "../twiml/parse.ts";
import {
  callParams,
  endLeg,
  hasEnded,
  type Leg,
  note,
  noteError,
  type Playing,
  type Stage,
  tell,
} from "./leg.ts";

/** More requests than this without the person doing anything is a loop. */
const MAX_REQUESTS_WITHOUT_INPUT = 20;

export const APPLICATION_ERROR = "We are sorry, an application error has occurred. Goodbye.";

/**
 * Asks the product what comes next and plays it from the top. When the product cannot say, its number's
 * VoiceFallbackUrl is asked once, with `ErrorCode` and `ErrorUrl`; when that fails too the caller hears an
 * apology and the call ends. Once the caller has hung up the product is only told, its answer changes nothing.
 */
export async function goTo(
  stage: Stage,
  leg: Leg,
  url: string,
  method: string,
  extra: FormParams = {},
): Promise<void> {
  if (hasEnded(leg)) return tell(stage.world, leg, url, method, extra);
  leg.requests += 1;
  if (leg.requests > MAX_REQUESTS_WITHOUT_INPUT) {
    noteError(stage.world, leg, 0, `${MAX_REQUESTS_WITHOUT_INPUT} requests without input: a loop`, url);
    return applicationError(stage, leg);
  }
  const asked = await ask(stage.world, leg, url, method, extra);
  if (hasEnded(leg)) return;
  if ("verbs" in asked) {
    leg.playing = asked;
    return;
  }
  noteError(stage.world, leg, asked.code, asked.message, url);
  await fallBack(stage, leg, url, asked.code);
}

async function fallBack(stage: Stage, leg: Leg, failedUrl: string, code: number): Promise<void> {
  const fallbackUrl = leg.number?.voiceFallbackUrl;
  if (!fallbackUrl || fallbackUrl === failedUrl) return applicationError(stage, leg);
  const params = { ErrorCode: String(code), ErrorUrl: failedUrl };
  const asked = await ask(stage.world, leg, fallbackUrl, leg.number?.voiceFallbackMethod ?? "POST", params);
  if (hasEnded(leg)) return;
  if ("verbs" in asked) {
    leg.playing = asked;
    return;
  }
  noteError(stage.world, leg, asked.code, asked.message, fallbackUrl);
  await applicationError(stage, leg);
}

async function applicationError(stage: Stage, leg: Leg): Promise<void> {
  note(stage.world, leg, { kind: "heard", text: APPLICATION_ERROR, language: "en-US" }, 4);
  await endLeg(stage, leg, leg.call.answeredAt ? "completed" : "failed");
}

async function ask(
  world: World,
  leg: Leg,
  url: string,
  method: string,
  extra: FormParams,
): Promise<Playing | { code: number; message: string }> {
  note(world, leg, { kind: "request", text: `${method} ${url}` });
  const delivered = await world.deliver({ url, method, params: { ...callParams(world, leg), ...extra } });
  if (!delivered.ok) return delivered;
  try {
    return { url, method, verbs: parseVoice(delivered.contentType, delivered.text), next: 0 };
  } catch (error) {
    if (error instanceof TwimlError) return { code: error.code, message: error.message };
    throw error;
  }
}

/** A URL in a document, relative to that document; the document itself when there is none. */
export function addressIn(playing: Playing | undefined, url: string | undefined): string {
  const base = playing?.url ?? "";
  return url ? new URL(url, base).href : base;
}

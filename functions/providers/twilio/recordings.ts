import { ProviderError } from "../../platform/errors.ts";
import type { TwilioAccount } from "./rest.ts";

type RecordingAccess = Omit<TwilioAccount, "http"> & { fetch?: typeof fetch; timeoutMs?: number };

/**
 * A recording's audio as MP3, streamed, so that a long voicemail need not fit in memory. The address is built
 * from the id: one kept from a webhook would lead our credentials wherever it points.
 * @throws ProviderError: `permanent` with status 404 when there is no such recording (any more).
 */
export async function fetchRecording(access: RecordingAccess, recordingSid: string): Promise<Response> {
  const { accountSid, authToken, apiBaseUrl, timeoutMs = 15_000 } = access;
  const path = `/2010-04-01/Accounts/${accountSid}/Recordings/${encodeURIComponent(recordingSid)}.mp3`;
  const failed = (kind: "retry" | "permanent", more: { status?: number; cause?: unknown }) =>
    new ProviderError(`twilio did not give the recording ${recordingSid}`, {
      provider: "twilio",
      kind,
      ...more,
    });

  let response: Response;
  try {
    response = await (access.fetch ?? fetch)(apiBaseUrl.replace(/\/$/, "") + path, {
      headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (cause) {
    throw failed("retry", { cause });
  }
  if (response.ok) return response;
  await response.body?.cancel();
  const { status } = response;
  throw failed(status === 429 || status >= 500 ? "retry" : "permanent", { status });
}

import { type FailureKind, ProviderError } from "../../platform/errors.ts";

/** What nodemailer puts on the errors it throws. */
type SmtpFailure = Error & { code?: unknown; responseCode?: unknown; command?: unknown };

/** The message or its addresses are wrong before a server is asked: no later try will differ. */
const OUR_FAULT = new Set(["EENVELOPE", "EMESSAGE", "EAUTH", "ECONFIG"]);

/**
 * A failed mail as a ProviderError. What the server said decides: 4yz may be tried again, 5yz never works (RFC
 * 5321 §4.2.1). Without an answer, the message was certainly not taken as long as it had not all been handed
 * over (§4.1.1.4: an unfinished message must not be processed); after that nobody knows.
 */
export function classify(cause: unknown, messageHandedOver: boolean): ProviderError {
  const failure: SmtpFailure = cause instanceof Error ? cause : new Error(String(cause));
  const status = typeof failure.responseCode === "number" ? failure.responseCode : undefined;
  const code = typeof failure.code === "string" ? failure.code : undefined;
  return new ProviderError(`smtp failed: ${failure.message.slice(0, 300)}`, {
    provider: "smtp",
    kind: kindOf(status, code, messageHandedOver),
    cause,
    ...(status === undefined ? {} : { status }),
    ...(code === undefined ? {} : { providerCode: code }),
  });
}

function kindOf(
  status: number | undefined,
  code: string | undefined,
  messageHandedOver: boolean,
): FailureKind {
  if (status !== undefined && status >= 400) return status >= 500 ? "permanent" : "retry";
  if (messageHandedOver) return "unknown";
  return code !== undefined && OUR_FAULT.has(code) ? "permanent" : "retry";
}

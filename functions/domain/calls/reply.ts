/** The languages a caller is spoken to in, and listened to in. */
export type VoiceLocale = "en" | "fr";

/** A sentence the caller hears. */
export type Prompt = { text: string; locale: VoiceLocale };

/**
 * What is said to a caller and what happens next, in our own words: a telephone provider translates it
 * (Twilio: providers/twilio/twiml.ts). `action` and callbacks are paths with query under the public address;
 * numbers to dial are E.164; times are seconds.
 */
export type VoiceReply = { prompts: Prompt[]; next: NextStep };

export type NextStep =
  | {
      kind: "gather";
      action: string;
      input: ("speech" | "dtmf")[];
      /** Words to expect, most important first. */
      hints?: string[];
      numDigits?: number;
      finishOnKey?: string;
      timeoutSeconds?: number;
      /** The language to listen in; without it, that of the last prompt. */
      locale?: VoiceLocale;
    }
  | {
      kind: "record";
      action: string;
      recordingStatusCallback: string;
      /** Asks for a transcript. Twilio's is for American English, two minutes at most. */
      transcribeCallback?: string;
      maxSeconds: number;
    }
  | { kind: "dial"; number: string; callerId?: string; action: string; timeoutSeconds: number }
  | { kind: "redirect"; action: string }
  | { kind: "hangup" };

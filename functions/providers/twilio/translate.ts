// Twilio's words in ours: each a pure function of the signed parameters.
export * from "./translate-call.ts";
export * from "./translate-message.ts";
export * from "./translate-recording.ts";

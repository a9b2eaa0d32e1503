import { randomBytes } from "node:crypto";

/** A Twilio string identifier: two letters for the kind of thing, then 32 hexadecimal digits. */
export function newSid(prefix: "AC" | "CA" | "PN" | "SM" | "RE" | "TR" | "NO"): string {
  return prefix + randomBytes(16).toString("hex");
}

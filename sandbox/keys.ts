import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The accounts the product has with the faked providers. Worth nothing anywhere else. */
export type SandboxKeys = {
  twilioAccountSid: string;
  twilioAuthToken: string;
  stripeSecretKey: string;
  stripeWebhookSecret: string;
  stripeConnectWebhookSecret: string;
  qstashToken: string;
  qstashCurrentSigningKey: string;
  qstashNextSigningKey: string;
  redisToken: string;
};

/** Made once per data folder and kept there, so that a restarted product still knows its accounts. */
export function openKeys(dataDir?: string): SandboxKeys {
  if (!dataDir) return newKeys();
  const file = join(dataDir, "keys.json");
  const keys = { ...newKeys(), ...readKeys(file) };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return keys;
}

function readKeys(file: string): Partial<SandboxKeys> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Partial<SandboxKeys>;
  } catch {
    return {};
  }
}

const hex = (bytes: number) => randomBytes(bytes).toString("hex");

const newKeys = (): SandboxKeys => ({
  twilioAccountSid: `AC${hex(16)}`,
  twilioAuthToken: hex(16),
  stripeSecretKey: `sk_test_${hex(24)}`,
  stripeWebhookSecret: `whsec_${hex(24)}`,
  stripeConnectWebhookSecret: `whsec_${hex(24)}`,
  qstashToken: hex(24),
  qstashCurrentSigningKey: `sig_${hex(16)}`,
  qstashNextSigningKey: `sig_${hex(16)}`,
  redisToken: hex(24),
});

import type { DomainEvent } from "../../platform/events.ts";
import type { PaymentAccount } from "./events.ts";

export type ConnectPorts = {
  /** The merchant's account and how it stands, or null before there is one. */
  connection(): Promise<{ accountId: string; status: string } | null>;
  /** Keeps a new account; answers the one that counts when two were made at once. */
  open(accountId: string): Promise<string>;
  recordState(account: PaymentAccount, at: Date): Promise<DomainEvent[]>;
  provider: {
    createAccount(account: {
      merchantId: string;
      name: string;
      country: string;
      email?: string;
      idempotencyKey: string;
    }): Promise<PaymentAccount>;
    accountLink(link: { accountId: string; refreshUrl: string; returnUrl: string }): Promise<{ url: string }>;
    getAccount(accountId: string): Promise<PaymentAccount>;
  };
  dispatch(events: readonly DomainEvent[]): Promise<void>;
};

type Merchant = { id: string; name: string; country: string; email: string | null };

/**
 * The page where the merchant connects (or goes on connecting) their account. An account is made once; one that was
 * disconnected is followed by a new one, which is why its id is part of the key.
 */
export async function beginConnecting(
  ports: ConnectPorts,
  merchant: Merchant,
  links: { refreshUrl: string; returnUrl: string },
): Promise<string> {
  const known = await ports.connection();
  const usable = known && known.status !== "revoked" ? known.accountId : null;
  const accountId = usable ?? (await openAccount(ports, merchant, known?.accountId ?? "first"));
  return (await ports.provider.accountLink({ accountId, ...links })).url;
}

async function openAccount(ports: ConnectPorts, merchant: Merchant, previous: string): Promise<string> {
  const created = await ports.provider.createAccount({
    merchantId: merchant.id,
    name: merchant.name,
    country: merchant.country,
    ...(merchant.email ? { email: merchant.email } : {}),
    idempotencyKey: `account:${merchant.id}:${previous}`,
  });
  return ports.open(created.accountId);
}

/** Asks the provider how the account stands now, and keeps it: coming back from there says nothing by itself. */
export async function refreshAccount(ports: ConnectPorts, accountId: string, now: Date): Promise<void> {
  await ports.dispatch(await ports.recordState(await ports.provider.getAccount(accountId), now));
}

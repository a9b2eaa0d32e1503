import type { Membership } from "./api-context.ts";
import type { Actor, KeyActor, UserActor } from "./auth.ts";
import type { Chassis } from "./chassis.ts";
import type { Contract } from "./contract.ts";
import type { Database } from "./database.ts";
import { AppError } from "./errors.ts";
import { isUuid } from "./ids.ts";

/** Finds a path parameter, query parameter or header of the request. */
export type Named = {
  param(name: string): string | undefined;
  query(name: string): string | undefined;
  header(name: string): string | undefined;
};

/**
 * Whether the caller may, and for merchant routes as what.
 * @throws AppError unauthenticated without a credential; not_found when the merchant is not theirs; forbidden
 * when role, scope or kind of caller do not do
 */
export async function authorise(
  contract: Contract,
  actor: Actor,
  db: Database,
  chassis: Chassis,
  named: Named,
): Promise<Membership | undefined> {
  if (contract.auth === "public") return undefined;
  if (actor.kind === "anonymous") throw new AppError("unauthenticated", "Sign in first.");
  if (contract.auth === "merchant") {
    const membership = await membershipOf(contract, actor, db, chassis, named);
    assertMay(contract, actor, membership);
    return membership;
  }
  if (actor.kind === "key") throw new AppError("forbidden", "An API key may not do this: sign in.");
  if (contract.auth === "operator" && !(await chassis.isOperator(db))) {
    throw new AppError("forbidden", "Only the operator may do this.");
  }
  return undefined;
}

async function membershipOf(
  contract: Contract,
  actor: UserActor | KeyActor,
  db: Database,
  chassis: Chassis,
  named: Named,
): Promise<Membership> {
  const asked = merchantAsked(contract, named);
  // The same words whether it does not exist or is somebody else's.
  if (asked !== undefined && !isUuid(asked)) throw noSuchMerchant();
  if (actor.kind === "user") return chassis.membership(db, asked ?? null);
  if (asked !== undefined && asked.toLowerCase() !== actor.merchantId) throw noSuchMerchant();
  return chassis.membership(db, actor.merchantId);
}

function merchantAsked({ merchantParam }: Contract, named: Named): string | undefined {
  const byParam = merchantParam && (named.param(merchantParam) ?? named.query(merchantParam));
  return byParam || named.header("x-merchant-id") || undefined;
}

const noSuchMerchant = () => new AppError("not_found", "No such merchant.");

/** A key is as good as its scopes; a person as good as their role. */
function assertMay(contract: Contract, actor: UserActor | KeyActor, { role }: Membership): void {
  if (actor.kind === "user") {
    if (!contract.roles || contract.roles.includes(role)) return;
    throw new AppError("forbidden", `This takes the role ${contract.roles.join(" or ")}.`);
  }
  if (!contract.scope) throw new AppError("forbidden", "An API key may not do this: sign in.");
  if (actor.scopes.includes(contract.scope)) return;
  throw new AppError("forbidden", `The API key lacks the scope ${contract.scope}.`);
}

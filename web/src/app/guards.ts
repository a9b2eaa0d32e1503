import type { QueryClient } from "@tanstack/react-query";
import { redirect } from "@tanstack/react-router";
import { merchantChoice, session } from "../api/api.ts";
import { ApiError } from "../api/errors.ts";
import { meQuery, merchantQuery } from "../api/queries.ts";

export type RouterContext = { queryClient: QueryClient };
type Guarded = { context: RouterContext; location: { href: string } };

const toSignIn = (href: string) => redirect({ to: "/signin", search: href === "/" ? {} : { next: href } });

/** Only for the signed-in: loads who they are and settles which of their merchants is shown. */
export async function requirePerson({ context, location }: Guarded): Promise<void> {
  if (!session.get()) throw toSignIn(location.href);
  try {
    const { memberships } = await context.queryClient.ensureQueryData(meQuery());
    const chosen = merchantChoice.get();
    if (memberships.some(({ merchantId }) => merchantId === chosen)) return;
    merchantChoice.set(memberships[0]?.merchantId ?? null);
  } catch (error) {
    if (error instanceof ApiError && error.code === "unauthenticated") throw toSignIn(location.href);
    throw error;
  }
}

/** Only for those who have a merchant; the others begin by setting one up. */
export async function requireMerchant({ context }: Guarded): Promise<void> {
  const id = merchantChoice.get();
  if (!id) throw redirect({ to: "/onboarding/$step", params: { step: "profile" } });
  await context.queryClient.ensureQueryData(merchantQuery(id));
}

/** The signed-in have no business on the sign-in page. */
export function requireNobody(): void {
  if (session.get()) throw redirect({ to: "/" });
}

import type { Session } from "../../../functions/domain/accounts/contracts.ts";
import { ApiError } from "./errors.ts";
import type { Lock, SessionStore } from "./session.ts";

/** A token is renewed this long before it ends, so that no request leaves with one about to die. */
const MARGIN_SECONDS = 60;

type Deps = {
  store: SessionStore;
  /** Trades a refresh token; throws ApiError. */
  trade(refreshToken: string): Promise<Session>;
  /** Only one tab may trade at a time: a refresh token works once. */
  lock: Lock;
  nowSeconds(): number;
};

export type Tokens = {
  /** A token good for at least a minute, or null when nobody is signed in. */
  current(): Promise<string | null>;
  /** The server refused `token`: another one, or null when the session is over. */
  renew(token: string): Promise<string | null>;
};

/** Access tokens, renewed before they end, once for all requests and tabs that wait. */
export function createTokens({ store, trade, lock, nowSeconds }: Deps): Tokens {
  let inFlight: Promise<string | null> | null = null;

  const once = (isStale: (session: Session) => boolean) => {
    inFlight ??= lock(() => refresh(isStale)).finally(() => {
      inFlight = null;
    });
    return inFlight;
  };

  async function refresh(isStale: (session: Session) => boolean): Promise<string | null> {
    store.reload();
    const session = store.get();
    if (!session) return null;
    if (!isStale(session)) return session.accessToken;
    try {
      const next = await trade(session.refreshToken);
      store.set(next);
      return next.accessToken;
    } catch (error) {
      if (!isOver(error)) throw error;
      store.set(null);
      return null;
    }
  }

  const expiring = (session: Session) => session.expiresAt - MARGIN_SECONDS <= nowSeconds();
  return {
    async current() {
      const session = store.get();
      if (!session) return null;
      return expiring(session) ? once(expiring) : session.accessToken;
    },
    renew: (token) => once((session) => session.accessToken === token),
  };
}

/** Only a clear refusal ends a session; a server that is away, or busy, does not. */
const isOver = (error: unknown) =>
  error instanceof ApiError && ["unauthenticated", "invalid_request", "forbidden"].includes(error.code);

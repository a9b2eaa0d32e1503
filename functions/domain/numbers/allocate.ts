import { AppError, ProviderError } from "../../platform/errors.ts";
import type { DomainEvent } from "../../platform/events.ts";
import type { PhoneNumber } from "./contracts.ts";

/** `label` is for people who look at the carrier's list of numbers. */
export type NumberWish = {
  label?: string | undefined;
  country: string;
  areaCode?: string | undefined;
  contains?: string | undefined;
  phoneNumber?: string | undefined;
};

/**
 * A reservation as somebody sets about buying it. `mine` is false when it is settled or somebody else is at it; `again`
 * says that an earlier attempt may have bought one.
 */
export type Purchase = { number: PhoneNumber; wish: NumberWish; mine: boolean; again: boolean };

export type NumberPorts = {
  begin(id: string): Promise<Purchase>;
  /** Lets others go on with what could not be finished. */
  pause(id: string): Promise<void>;
  settle(
    id: string,
    result: { number: string; providerId: string } | { error: string },
  ): Promise<{ number: PhoneNumber; events: DomainEvent[] }>;
  carrier: {
    search(wish: NumberWish & { limit: number }): Promise<{ phoneNumber: string }[]>;
    /** @throws ProviderError 21422 when somebody else was quicker */
    buy(phoneNumber: string, mark: string): Promise<{ sid: string; phoneNumber: string }>;
    /** What an earlier attempt with this mark bought, or null. */
    findBought(mark: string): Promise<{ sid: string; phoneNumber: string } | null>;
  };
  dispatch(events: readonly DomainEvent[]): Promise<void>;
};

const CANDIDATES = 5;
/** Twilio's codes for a number that somebody else has bought, and for one that is not for sale at all. */
const NOT_TO_BE_HAD = new Set<string | undefined>(["21422", "21421"]);
const NONE_FREE = "No such number is free right now. Try another area code.";
const REFUSED =
  "The carrier refused the purchase. Try another number, or ask whoever runs this installation.";

/**
 * Buys the number a reservation asked for and settles it; a number that is settled, or that somebody else is buying
 * just now, is answered as it stands. What an earlier attempt bought is looked for first, by the mark that only this
 * reservation bears.
 * @throws ProviderError when the carrier cannot say yet; the reservation stays pending and a job goes on
 * @throws AppError provider_failed when it refused for good; the reservation has failed, and another may be made
 */
export async function buyReserved(ports: NumberPorts, id: string): Promise<PhoneNumber> {
  const purchase = await ports.begin(id);
  if (!purchase.mine) return purchase.number;
  try {
    return await buyAndSettle(ports, id, purchase);
  } catch (error) {
    // How it failed matters more than that the pause did; the next attempt then waits a little.
    await ports.pause(id).catch(() => undefined);
    throw error;
  }
}

async function buyAndSettle(ports: NumberPorts, id: string, { wish, again }: Purchase): Promise<PhoneNumber> {
  const mark = markOf(id, wish);
  const settle = async (result: Parameters<NumberPorts["settle"]>[1]) => {
    const { number, events } = await ports.settle(id, result);
    await ports.dispatch(events);
    return number;
  };
  // A carrier that will not tell what an earlier attempt bought has not refused: nothing is settled then.
  const earlier = again ? await ports.carrier.findBought(mark) : null;
  try {
    const bought = earlier ?? (await buyFirstFree(ports, wish, mark));
    return await settle(
      bought ? { number: bought.phoneNumber, providerId: bought.sid } : { error: NONE_FREE },
    );
  } catch (cause) {
    if (!(cause instanceof ProviderError && cause.kind === "permanent")) throw cause;
    await settle({ error: REFUSED });
    throw new AppError("provider_failed", REFUSED, { cause });
  }
}

/** Fits the carrier's 64 characters; the same for every attempt, since it is made of what was stored. */
const markOf = (id: string, wish: NumberWish): string =>
  `${(wish.label ?? "callwaiting").slice(0, 24)} cw:${id}`;

async function buyFirstFree(ports: NumberPorts, wish: NumberWish, mark: string) {
  const candidates = wish.phoneNumber
    ? [{ phoneNumber: wish.phoneNumber }]
    : await ports.carrier.search({ ...wish, limit: CANDIDATES });
  for (const { phoneNumber } of candidates) {
    try {
      return await ports.carrier.buy(phoneNumber, mark);
    } catch (error) {
      if (!(error instanceof ProviderError && NOT_TO_BE_HAD.has(error.providerCode))) throw error;
    }
  }
  return null;
}

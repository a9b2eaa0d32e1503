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

export type NumberPorts = {
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
const TAKEN = "21422";

/**
 * Buys the number a reservation asked for and settles it. `again` says that an earlier attempt may have bought one:
 * it is looked for first, by the mark that only this reservation bears.
 * @throws ProviderError when the carrier cannot say yet; the reservation stays pending and a job goes on
 */
export async function buyReserved(
  ports: NumberPorts,
  reservation: { id: string; wish: NumberWish },
  again: boolean,
): Promise<PhoneNumber> {
  const mark = markOf(reservation);
  const bought =
    (again ? await ports.carrier.findBought(mark) : null) ??
    (await buyFirstFree(ports, reservation.wish, mark));
  const { number, events } = await ports.settle(
    reservation.id,
    bought
      ? { number: bought.phoneNumber, providerId: bought.sid }
      : { error: "No such number is free right now. Try another area code." },
  );
  await ports.dispatch(events);
  return number;
}

/** Fits the carrier's 64 characters; the same for every attempt, since it is made of what was stored. */
const markOf = ({ id, wish }: { id: string; wish: NumberWish }): string =>
  `${(wish.label ?? "callwaiting").slice(0, 24)} cw:${id}`;

async function buyFirstFree(ports: NumberPorts, wish: NumberWish, mark: string) {
  const candidates = wish.phoneNumber
    ? [{ phoneNumber: wish.phoneNumber }]
    : await ports.carrier.search({ ...wish, limit: CANDIDATES });
  for (const { phoneNumber } of candidates) {
    try {
      return await ports.carrier.buy(phoneNumber, mark);
    } catch (error) {
      if (!(error instanceof ProviderError && error.kind === "permanent")) throw error;
      if (error.providerCode !== TAKEN && !wish.phoneNumber)
        throw new AppError("provider_failed", "The carrier refused the purchase.", { cause: error });
    }
  }
  return null;
}

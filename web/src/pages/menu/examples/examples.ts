import type { Merchant } from "../../../../../functions/domain/merchants/contracts.ts";
import type { Example } from "./example.ts";
import { restaurant } from "./restaurant.ts";
import { hvac, plumbing, salon } from "./services.ts";
import { other, retail } from "./shop.ts";

/** A first menu for each kind of business, so that nobody starts with an empty page. */
export const examples: Record<Merchant["vertical"], Example> = {
  restaurant,
  salon,
  hvac,
  plumbing,
  retail,
  other,
};

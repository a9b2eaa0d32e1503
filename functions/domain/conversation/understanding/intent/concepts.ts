import { BOOKINGS } from "./concepts/bookings.ts";
import { CARE } from "./concepts/care.ts";
import { EVERYDAY } from "./concepts/everyday.ts";
import { MESSAGES } from "./concepts/messages.ts";
import { MONEY } from "./concepts/money.ts";
import { ORDERS } from "./concepts/orders.ts";
import { OTHERS } from "./concepts/others.ts";
import { PEOPLE } from "./concepts/people.ts";
import { PLACES } from "./concepts/places.ts";
import { TIMES } from "./concepts/times.ts";
import { TROUBLES } from "./concepts/troubles.ts";

/**
 * Common words of both languages by meaning, one meaning a line: English = French. The weights are learned on these
 * too, so that what is known of a wish in one language serves the other.
 */
export const CONCEPTS = [
  EVERYDAY,
  BOOKINGS,
  TIMES,
  MONEY,
  PLACES,
  MESSAGES,
  PEOPLE,
  TROUBLES,
  CARE,
  ORDERS,
  OTHERS,
]
  .map((lines) => lines.trim())
  .join("\n");

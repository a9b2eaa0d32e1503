import { menu } from "./routes/menu.ts";
import { operation } from "./routes/operation.ts";
import { account, merchant, number } from "./routes/people.ts";
import { money, order, telephony } from "./routes/trade.ts";

/** One for each operation of the API. */
export const routeCases = [
  ...account,
  ...merchant,
  ...number,
  ...menu,
  ...telephony,
  ...order,
  ...money,
  ...operation,
];

import type { Contract } from "../platform/contract.ts";
import * as accounts from "./accounts/contracts.ts";
import * as calls from "./calls/contracts.ts";
import * as catalogue from "./catalogue/contracts.ts";
import * as merchants from "./merchants/contracts.ts";
import * as messages from "./messages/contracts.ts";
import * as numbers from "./numbers/contracts.ts";
import * as operations from "./operations/contracts.ts";
import * as orders from "./orders/contracts.ts";
import * as payments from "./payments/contracts.ts";
import * as realtime from "./realtime/contracts.ts";

const rooms = [
  accounts,
  merchants,
  numbers,
  catalogue,
  calls,
  orders,
  payments,
  messages,
  realtime,
  operations,
];

const isContract = (value: unknown): value is Contract =>
  typeof value === "object" && value !== null && "method" in value && "path" in value;

/** Every operation of the API, in the order of the rooms. */
export const contracts: readonly Contract[] = rooms.flatMap((room) => Object.values(room).filter(isContract));

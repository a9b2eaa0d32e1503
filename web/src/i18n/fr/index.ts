import { auth, pay } from "./auth.ts";
import { common, connection, errors, fields, nav } from "./common.ts";
import { calls, live, messages, orders } from "./live.ts";
import { menu } from "./menu.ts";
import { number, onboarding, payments, profile } from "./onboarding.ts";
import { operator, settings } from "./settings.ts";

export const fr = {
  auth,
  calls,
  common,
  connection,
  errors,
  fields,
  live,
  menu,
  messages,
  nav,
  number,
  onboarding,
  operator,
  orders,
  pay,
  payments,
  profile,
  settings,
};

import { Hono } from "hono";
import { newId, unixNow } from "./books.ts";
import { invalid, noSuch, StripeFailure } from "./errors.ts";
import { type Form, recordAt, textAt } from "./form.ts";
import { assertAccess, type StripeEnv } from "./gate.ts";
import { listOf } from "./list.ts";
import type { Account, AccountLink, Metadata } from "./types.ts";
import { assertKnown, choiceAt, emailAt, metadataAt, required, urlAt } from "./validate.ts";
import type { World } from "./world.ts";

const ACCOUNT_KEYS = (
  "account_token business_profile business_type capabilities company controller country default_currency documents " +
  "email expand external_account groups individual metadata settings tos_acceptance type"
).split(" ");
const LINK_KEYS = "account type collect collection_options expand refresh_url return_url".split(" ");
const LINK_SECONDS = 300;
const CURRENCY_OF: Record<string, string> = { CA: "cad", US: "usd", FR: "eur", GB: "gbp" };
const WANTED = [
  "business_profile.url",
  "external_account",
  "individual.verification.document",
  "tos_acceptance.date",
];

/** Connected accounts and their onboarding links. */
export function accountRoutes(world: World): Hono<StripeEnv> {
  const app = new Hono<StripeEnv>();
  const { books } = world;

  app.post("/accounts", (c) => {
    const account = newAccount(c.var.form);
    books.accounts.set(account.id, account);
    return c.json(account);
  });
  app.get("/accounts", (c) => c.json(listOf("/v1/accounts", [...books.accounts.values()], c.var.form)));
  app.get("/account", (c) => c.json(c.var.account ? find(world, c.var.account) : platformAccount()));
  app.get("/accounts/:id", (c) => c.json(find(world, c.req.param("id"))));
  app.post("/accounts/:id", (c) => {
    const account = find(world, c.req.param("id"));
    assertKnown(c.var.form, ACCOUNT_KEYS);
    const name = textAt(recordAt(c.var.form, "business_profile"), "name");
    if (name) account.business_profile.name = name;
    account.email = emailAt(c.var.form, "email") ?? account.email;
    account.metadata = { ...account.metadata, ...metadataAt(c.var.form) };
    books.accounts.set(account.id, account);
    world.emit("account.updated", account.id, account);
    return c.json(account);
  });
  app.delete("/accounts/:id", (c) => {
    const { id } = find(world, c.req.param("id"));
    books.accounts.delete(id);
    return c.json({ id, object: "account", deleted: true });
  });

  app.post("/account_links", (c) => {
    assertKnown(c.var.form, LINK_KEYS);
    const account = find(world, required(c.var.form, "account"), "account");
    const link = newLink(c.var.form, account.id);
    books.links.set(link.token, link);
    const url = `${world.kernel.baseUrl}/connect/${link.token}`;
    return c.json({ object: "account_link", created: unixNow(), expires_at: link.expires_at, url });
  });
  return app;
}

function find(world: World, id: string, param = "id"): Account {
  const account = world.books.accounts.get(id);
  if (param !== "id" && !account) throw noSuch("account", id, param);
  assertAccess(world, id);
  if (!account) throw noSuch("account", id, param);
  return account;
}

function newLink(form: Form, account: string): AccountLink {
  choiceAt(form, "type", ["account_onboarding", "account_update"]);
  required(form, "type");
  required(form, "refresh_url");
  required(form, "return_url");
  return {
    token: newId("acctlink"),
    account,
    refresh_url: urlAt(form, "refresh_url") ?? "",
    return_url: urlAt(form, "return_url") ?? "",
    expires_at: unixNow() + LINK_SECONDS,
    used: false,
  };
}

function newAccount(form: Form): Account {
  assertKnown(form, ACCOUNT_KEYS);
  const dashboard = textAt(recordAt(recordAt(form, "controller"), "stripe_dashboard"), "type");
  const type = choiceAt(form, "type", ["express", "standard", "custom"]);
  if (type && form.controller) throw invalid("type", "You may only provide one of type and controller.");
  const country = (textAt(form, "country") ?? "CA").toUpperCase();
  if (!/^[A-Z]{2}$/.test(country)) {
    throw invalid(
      "country",
      `Country '${country}' is unknown. Try using a 2-character alphanumeric country code instead.`,
      "country_unsupported",
    );
  }
  const profile = recordAt(form, "business_profile");
  return {
    id: `acct_${newId("").slice(1, 17)}`,
    object: "account",
    type: type ?? (dashboard === "express" ? "express" : dashboard === "none" ? "none" : "standard"),
    country,
    default_currency: textAt(form, "default_currency") ?? CURRENCY_OF[country] ?? "usd",
    email: emailAt(form, "email") ?? null,
    business_type: textAt(form, "business_type") ?? null,
    business_profile: {
      name: textAt(profile, "name") ?? null,
      url: textAt(profile, "url") ?? null,
      mcc: textAt(profile, "mcc") ?? null,
    },
    capabilities: { card_payments: "inactive", transfers: "inactive" },
    charges_enabled: false,
    payouts_enabled: false,
    details_submitted: false,
    created: unixNow(),
    metadata: metadataAt(form),
    requirements: requirements(WANTED, "requirements.past_due"),
  };
}

const requirements = (due: string[], disabled_reason: string | null): Account["requirements"] => ({
  currently_due: due,
  eventually_due: due,
  past_due: disabled_reason ? due : [],
  pending_verification: [],
  errors: [],
  disabled_reason,
  current_deadline: null,
});

/** The account is complete, under the business name given there: it can take payments. Says so to the product. */
export function finishOnboarding(world: World, id: string, businessName?: string): void {
  const account = world.books.accounts.get(id);
  if (!account || account.charges_enabled) return;
  account.business_profile.name = businessName?.trim() || account.business_profile.name;
  account.charges_enabled = true;
  account.payouts_enabled = true;
  account.details_submitted = true;
  account.capabilities = { card_payments: "active", transfers: "active" };
  account.requirements = requirements([], null);
  world.books.accounts.set(id, account);
  world.emit("account.updated", id, account, { charges_enabled: false, details_submitted: false });
}

/** Stripe wants something again and stops payments until it gets it. */
export function restrictAccount(world: World, id: string): void {
  const account = world.books.accounts.get(id);
  if (!account) return;
  account.charges_enabled = false;
  account.payouts_enabled = false;
  account.capabilities = { card_payments: "inactive", transfers: "inactive" };
  account.requirements = requirements(["individual.verification.document"], "requirements.past_due");
  world.books.accounts.set(id, account);
  world.emit("account.updated", id, account, { charges_enabled: true });
}

/** The merchant takes the platform's access away in their own dashboard. */
export function deauthorize(world: World, id: string): void {
  if (!world.books.accounts.get(id)) throw new StripeFailure(404, `No such account: '${id}'`);
  world.books.revoked.set(id, true);
  const application = { id: "ca_sandbox", object: "application", name: "Callwaiting" };
  world.emit("account.application.deauthorized", id, application);
}

const platformAccount = (): { id: string; object: "account"; charges_enabled: true; metadata: Metadata } => ({
  id: "acct_platform",
  object: "account",
  charges_enabled: true,
  metadata: {},
});

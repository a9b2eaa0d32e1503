import { afterAll, beforeAll, expect, test } from "vitest";
import { casseCroute } from "../../scripts/demo/casse-croute.ts";
import { expectOver } from "./story/call.ts";
import { mailsTo, paymentLink, textsTo } from "./story/inboxes.ts";
import { anotherShop, openWorld, tally, type World } from "./story/world.ts";

let pizza: World;
let lise: World;

beforeAll(async () => {
  pizza = await openWorld();
  lise = await anotherShop(pizza.running, casseCroute);
});
afterAll(() => pizza?.close());

test("an order by speech becomes a link, a payment, a receipt and an alert: one of each", async () => {
  const from = pizza.caller();
  const call = await pizza.ring(from);
  expect(call.all()).toContain("Harbour Street Pizza");
  expect(await call.say("I'd like to order")).toContain("What would you like");
  expect(await call.say("two large pepperoni pizzas and a garlic bread")).toMatch(
    /Pepperoni pizza.*Garlic bread/,
  );
  expect(await call.say("that's all")).toMatch(/2 Pepperoni pizzas, Large.*The total is/);
  expect(await call.say("yes")).toContain("texting you the link");
  expectOver(call);

  await pizza.pay(await paymentLink(pizza.running, from));
  await pizza.settled();

  const [order, ...more] = await pizza.orders(from);
  expect(more).toEqual([]);
  // 2 × (14.50 + 6.00) + 5.95 = 46.95; GST 5 % and QST 9.975 % on it.
  expect(order).toMatchObject({
    status: "paid",
    subtotalCents: 4_695,
    taxCents: 235 + 468,
    totalCents: 5_398,
  });
  expect(tally(order?.messages ?? [])).toEqual({
    "paymentLink sms": 1,
    "receipt sms": 1,
    "receipt email": 1,
    "staffPaid sms": 1,
    "staffPaid email": 1,
  });
  expect(
    new Set(order?.messages.filter(({ channel }) => channel === "sms").map(({ status }) => status)),
  ).toEqual(new Set(["delivered"]));
  // The same, seen from the outside.
  const texts = await textsTo(pizza.running, from);
  expect(texts.map(({ body }) => body)).toEqual([
    expect.stringContaining("$53.98"),
    expect.stringMatching(/thank you.*#\d+ is paid/i),
  ]);
  expect(await mailsTo(pizza.running, "guest@example.com")).toHaveLength(1);
  const alerts = (await textsTo(pizza.running, pizza.staff.phone)).filter(({ body }) =>
    body.includes("is paid"),
  );
  expect(alerts).toHaveLength(1);
  expect(await mailsTo(pizza.running, pizza.staff.email)).toHaveLength(1);

  const log = await pizza.call(call.sid);
  expect(log).toMatchObject({ outcome: "ordered", status: "completed", language: "en", aiHandled: true });
  expect(log.turns.map(({ heard }) => heard)).toEqual([
    null,
    "I'd like to order",
    "two large pepperoni pizzas and a garlic bread",
    "that's all",
    "yes",
  ]);
});

test("une commande en français garde ses accents, de la parole au reçu", async () => {
  const from = lise.caller();
  const call = await lise.ring(from);
  expect(call.all()).toContain("Bonjour, vous avez bien joint Casse-croûte Chez Lise");
  await call.say("je voudrais commander");
  expect(await call.say("une grande poutine à la sauce à spaghetti et deux bières d'épinette")).toMatch(
    /Poutine italienne.*Bière d’épinette/,
  );
  expect(await call.say("c'est tout")).toContain("Le total est de");
  expect(await call.say("oui")).toContain("le lien pour payer");
  expectOver(call);
  expect(new Set(call.last().said.map(({ language }) => language))).toEqual(new Set(["fr-CA"]));

  await lise.pay(await paymentLink(lise.running, from));
  await lise.settled();

  const [order] = await lise.orders(from);
  expect(order).toMatchObject({ status: "paid", locale: "fr" });
  expect(order?.lines.map(({ name, quantity }) => [quantity, name])).toEqual([
    [1, "Poutine italienne"],
    [2, "Bière d’épinette"],
  ]);
  const [link, receipt] = await textsTo(lise.running, from);
  expect(link?.body).toMatch(/Casse-croûte Chez Lise : votre commande s’élève à/);
  expect(receipt?.body).toContain("Bière d’épinette");
  expect(receipt?.body).toContain("est payée");
  const [mail] = await mailsTo(lise.running, lise.staff.email);
  expect(mail?.html).toContain("Bière d’épinette");
  expect((await lise.call(call.sid)).turns.map(({ heard }) => heard)).toContain(
    "une grande poutine à la sauce à spaghetti et deux bières d'épinette",
  );
});

test("what is ordered can be corrected, taken back and made more before it is confirmed", async () => {
  const from = pizza.caller();
  const call = await pizza.ring(from);
  await call.say("can I order two small margheritas, fries and a coke");
  expect(await call.say("no, make it three")).toContain("3 Cokes");
  expect(await call.say("remove the fries")).not.toContain("French fries");
  expect(await call.say("actually make the margheritas large")).toContain("2 Margheritas, Large");
  expect(await call.say("that's it")).toMatch(/So that's 2 Margheritas, Large, and 3 Cokes\./);
  // "No" to the read-back asks what to change, and the changed order is read back in its turn.
  expect(await call.say("no")).toContain("What would you like to change?");
  await call.say("add a caesar salad");
  expect(await call.say("that's all")).toMatch(/Margheritas, Large.*3 Cokes.*Caesar salad/);
  await call.say("yes");
  expectOver(call);
  await pizza.settled();
  const [order, ...more] = await pizza.orders(from);
  expect(more).toEqual([]);
  expect(order?.lines.map(({ name, quantity }) => [quantity, name]).sort()).toEqual([
    [1, "Caesar salad"],
    [2, "Margherita"],
    [3, "Coke"],
  ]);
});

test("a choice that an item needs is asked for, and an answer by speech or by key will do", async () => {
  const from = pizza.caller();
  const call = await pizza.ring(from);
  await call.press("1");
  expect(await call.say("a veggie pizza and chicken wings")).toMatch(/which Size: Small, Medium or Large/);
  expect(await call.say("medium please")).toMatch(/which Sauce: Buffalo, Barbecue or Honey garlic/);
  expect(await call.press("2")).toContain("Anything else?");
  await call.say("no thanks");
  await call.say("yes that's right");
  expectOver(call);
  await pizza.settled();
  const [order] = await pizza.orders(from);
  const chosen = order?.lines.map(({ name, options }) => [name, ...options.map(({ choice }) => choice)]);
  expect(chosen?.sort()).toEqual([
    ["Chicken wings", "Barbecue"],
    ["Vegetarian pizza", "Medium"],
  ]);
});

test("who speaks the other language is answered in it, and gets the texts in it", async () => {
  const from = pizza.caller();
  const call = await pizza.ring(from);
  expect(await call.say("en français s'il vous plaît")).toContain("Bien sûr, en français");
  expect(await call.say("je voudrais une grande pizza pepperoni")).toContain("Pizza pepperoni");
  await call.say("c'est tout");
  await call.say("oui");
  expectOver(call);
  await pizza.settled();
  const [order] = await pizza.orders(from);
  expect(order).toMatchObject({ locale: "fr" });
  expect((await textsTo(pizza.running, from))[0]?.body).toContain("votre commande s’élève à");
  expect((await pizza.call(call.sid)).language).toBe("fr");
});

import { describe, expect, test } from "vitest";
import { understandOrder } from "../../../functions/domain/conversation/understanding/order.ts";
import { hardware, pizzeria, salon, short } from "./menus.ts";

const pick = (group: string, choice: string) => ({ group, choice, amount: "normal" as const, quantity: 1 });
const cart = [
  { item: "coke", quantity: 1, options: [] },
  { item: "pepperoni", quantity: 1, options: [pick("size", "zs")] },
];

describe("orders in English", () => {
  test.each([
    ["two large pepperoni pizzas no onions and a coke", "2 pepperoni[-onions,zl]; 1 coke"],
    [
      "a large pepperoni pizza with mushrooms and extra cheese and a small coke please that's all",
      "1 pepperoni[mushrooms,xcheese,zl]; 1 coke[ds]; done",
    ],
    ["I'd like a pizza large with bacon", "1 ?cheesep/dressed/pepperoni[bacon,zl]"],
    ["a cheeseburger with bacon, no onions, and onion rings", "1 burger[-onions,bacon]; 1 rings"],
    ["cheese burger with bacon", "1 burger[bacon]"],
    ["pepperoni pizza large cheese pizza small", "1 pepperoni[zl]; 1 cheesep[zs]"],
    ["coke large and poutine regular", "1 coke[dl]; 1 poutine[pr]"],
    ["a dozen cokes and half a dozen onion rings", "12 coke; 6 rings"],
    ["uh give me um twelve chicken wings", "12 wings"],
    ["twenty five cokes", "25 coke"],
    ["3 cokes one large two small", "1 coke[dl]; 2 coke[ds]"],
    ["a large poutine and another one", "1 poutine[pl]; 1 poutine[pl]"],
    ["a cheeseburger with two extra bacon", "1 burger[+bacon*2]"],
    [
      "large pepperoni pizza light on the mushrooms double bacon and olives",
      "1 pepperoni[+bacon,olives,zl,~mushrooms]",
    ],
    ["large all dressed without onions or mushrooms", "1 dressed[-mushrooms,-onions,zl]"],
    ["a small cheese pizza hold the onions", "1 cheesep[-onions,zs]"],
    ["the pepperoni", "1 pepperoni"],
    ["peperony pizza", "1 pepperoni"],
    ["paper oni pizza", "1 pepperoni"],
  ])("%s", (text, expected) => {
    expect(short(understandOrder(text, pizzeria, "en"))).toBe(expected);
  });

  test.each([
    ["a small pepperoni pizza no make that large", "1 pepperoni[zl]"],
    ["two cokes no three cokes", "3 coke"],
    ["a coke, no, a poutine", "1 poutine"],
    ["two cokes and a poutine actually make that three cokes", "3 coke; 1 poutine"],
    ["a coke and a poutine, remove the coke", "1 poutine"],
    ["a poutine instead of the coke", "#0=1 poutine"],
  ])("corrected in the same breath: %s", (text, expected) => {
    const before = text.includes("instead") ? cart : [];
    expect(short(understandOrder(text, pizzeria, "en", before))).toBe(expected);
  });

  test.each([
    ["make that three", "#1=3 pepperoni[zs]"],
    ["no the large one", "#1=1 pepperoni[zl]"],
    ["same but large", "1 pepperoni[zl]"],
    ["another one", "1 pepperoni[zs]"],
    ["remove the coke", "#0=0"],
    ["I don't want the pepperoni pizza", "#1=0"],
    ["actually make it large and add mushrooms", "#1=1 pepperoni[mushrooms,zl]"],
    ["change the coke to a poutine", "#0=1 poutine"],
    ["no onions on the pepperoni pizza", "#1=1 pepperoni[-onions,zs]"],
    ["make the coke two", "#0=2 coke"],
    ["cancel everything", "#clear"],
    ["that's it", "done"],
    ["a coke too", "1 coke"],
  ])("about what was ordered before: %s", (text, expected) => {
    expect(short(understandOrder(text, pizzeria, "en", cart))).toBe(expected);
  });

  test.each([
    ["hawaiian pizza please", "(hawaiian pizza)"],
    ["a veggie cheeseburger", "(veggie cheeseburger)"],
    ["an extra large pepperoni pizza", "1 pepperoni; (extra large)"],
    ["a coke and a sushi with bacon", "1 coke; (sushi)"],
    ["cheeseburger no bacon and a coke no ice", "1 burger[-bacon]; 1 coke; (ice)"],
    ["a soup of the day", "out:soup"],
    ["250 cokes", "1 coke; (250)"],
    ["constructor toString hasOwnProperty __proto__", "(constructor tostring hasownproperty); (proto)"],
  ])("what is not on the menu is never something else: %s", (text, expected) => {
    expect(short(understandOrder(text, pizzeria, "en"))).toBe(expected);
  });

  test.each([
    ["two hydrating shampoos in lavender and a large round brush", "2 hydra[lav]; 1 brush[bl]"],
    ["a bottle of shampoo", "1 ?hydra/volume"],
    ["the unscented volume shampoo", "1 volume[none]"],
    ["a gift certificate and some bobby pins", "1 card; 1 pins"],
    ["do you have conditioner", "(conditioner)"],
  ])("in a salon: %s", (text, expected) => {
    expect(short(understandOrder(text, salon, "en"))).toBe(expected);
  });

  test.each([
    ["a box of wood screws in brass", "1 screws[brass]"],
    ["ten two by fours eight foot", "10 lumber"],
    ["a hammer and two rolls of black duct tape", "1 hammer; 2 tape[black]"],
    ["five gallons of exterior paint in grey", "5 paint[grey]"],
    ["four 60 watt led bulbs", "4 bulb"],
  ])("in a hardware shop: %s", (text, expected) => {
    expect(short(understandOrder(text, hardware, "en"))).toBe(expected);
  });
});

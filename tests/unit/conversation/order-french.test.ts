import { describe, expect, test } from "vitest";
import { understandOrder } from "../../../functions/domain/conversation/understanding/order.ts";
import { hardware, pizzeria, salon, short } from "./menus.ts";

const pick = (group: string, choice: string) => ({ group, choice, amount: "normal" as const, quantity: 1 });
const cart = [
  { item: "coke", quantity: 1, options: [] },
  { item: "pepperoni", quantity: 1, options: [pick("size", "zs")] },
];

describe("commandes en français", () => {
  test.each([
    [
      "je vais prendre une grande pizza toute garnie pis deux poutines pas d'oignons",
      "1 dressed[-onions,zl]; 2 poutine",
    ],
    [
      "deux pizzas pepperoni larges sans oignons ni champignons avec extra fromage",
      "2 pepperoni[-mushrooms,-onions,xcheese,zl]",
    ],
    ["une poutine large et un coke petit c'est tout", "1 poutine[pl]; 1 coke[ds]; done"],
    ["euh je voudrais une salade césar pis des ailes de poulet", "1 caesar; 1 wings"],
    ["trois cokes dont un grand et deux petits", "1 coke[dl]; 2 coke[ds]"],
    ["un peu de bacon sur une grande pizza au fromage", "1 cheesep[zl,~bacon]"],
    ["une pizza pepperoni pas trop de champignons beaucoup de bacon", "1 pepperoni[+bacon,~mushrooms]"],
    ["une douzaine d'ailes et une demi-douzaine de rondelles d'oignon", "12 wings; 6 rings"],
    ["vingt et un cokes", "21 coke"],
    ["une pizza", "1 ?cheesep/dressed/pepperoni"],
    ["J'aimerais avoir deux putines s'il vous plaît", "2 poutine"],
  ])("%s", (text, expected) => {
    expect(short(understandOrder(text, pizzeria, "fr"))).toBe(expected);
  });

  test.each([
    ["une pizza pepperoni moyenne, non, mettez-en deux", "2 pepperoni[zm]"],
    ["un coke, non, une poutine", "1 poutine"],
    ["deux cokes, non, trois cokes", "3 coke"],
    ["une pizza pepperoni petite, non plutôt grande", "1 pepperoni[zl]"],
  ])("corrigé d'un même souffle : %s", (text, expected) => {
    expect(short(understandOrder(text, pizzeria, "fr"))).toBe(expected);
  });

  test.each([
    ["enlevez le coke", "#0=0"],
    ["mettez-en trois", "#1=3 pepperoni[zs]"],
    ["la même chose mais grande", "1 pepperoni[zl]"],
    ["ajoutez des champignons sur la pizza pepperoni", "#1=1 pepperoni[mushrooms,zs]"],
    ["une poutine à la place du coke", "#0=1 poutine"],
    ["annulez tout", "#clear"],
    ["ce sera tout merci", "done"],
    ["encore un coke", "1 coke"],
  ])("à propos de la commande : %s", (text, expected) => {
    expect(short(understandOrder(text, pizzeria, "fr", cart))).toBe(expected);
  });

  test.each([
    ["une pizza hawaïenne", "(pizza hawaïenne)"],
    ["un thé et une poutine", "1 poutine; (thé)"],
    ["un burger végé", "(burger végé)"],
  ])("ce qui n'est pas au menu ne devient jamais autre chose : %s", (text, expected) => {
    expect(short(understandOrder(text, pizzeria, "fr"))).toBe(expected);
  });

  test.each([
    ["une grande pizza pepperoni with extra cheese and a coke", "1 pepperoni[xcheese,zl]; 1 coke"],
    ["two poutines pis un petit coke", "2 poutine; 1 coke[ds]"],
  ])("les deux langues mêlées : %s", (text, expected) => {
    expect(short(understandOrder(text, pizzeria, "fr"))).toBe(expected);
  });

  test.each([
    ["deux shampooings hydratants à la lavande", "2 hydra[lav]"],
    ["un shampooing volume sans parfum et une carte cadeau", "1 volume[none]; 1 card"],
    ["une grande brosse ronde pis un gel tenue forte", "1 brush[bl]; 1 gel"],
  ])("dans un salon : %s", (text, expected) => {
    expect(short(understandOrder(text, salon, "fr"))).toBe(expected);
  });

  test.each([
    ["dix deux par quatre pis un marteau", "10 lumber; 1 hammer"],
    ["une boîte de vis à bois en laiton", "1 screws[brass]"],
    ["de la peinture extérieure blanche et du sel à glace", "1 paint[white]; 1 salt"],
  ])("dans une quincaillerie : %s", (text, expected) => {
    expect(short(understandOrder(text, hardware, "fr"))).toBe(expected);
  });
});

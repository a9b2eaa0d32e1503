import { describe, expect, test } from "vitest";
import { understandOrder } from "../../../functions/domain/conversation/understanding/order.ts";
import { cafe, pizzeria, short } from "./menus.ts";

describe("each option on its own item, each number on its own part", () => {
  test.each([
    ["large iced latte with oat milk and two extra shots", "1 latte[+shot*2,iced,l,oat]"],
    ["a medium coffee with two sugars and a butter croissant", "1 drip[m,sugar*2]; 1 butter"],
    ["two lattes one with oat milk and one with soy milk", "1 latte[oat]; 1 latte[soy]"],
    ["two large coffees one with sugar", "1 drip[l,sugar]; 1 drip[l]"],
    ["one small one medium and one large coffee", "1 drip[s]; 1 drip[m]; 1 drip[l]"],
    ["a coffee and a green tea both large", "1 drip[l]; 1 tea[l]"],
    ["large ice latte with oatmilk", "1 latte[iced,l,oat]"],
    ["burger combo with fries and a coke", "1 combo[dcoke,sfries]"],
    ["a burger combo and large fries", "1 combo; 1 fries[l]"],
    ["blt on brown bread no mayo extra tomato", "1 blt[+tom,-mayo,brown]"],
    [
      "BLT no lettuce no tomato and a club sandwich with extra bacon on white",
      "1 blt[-let,-tom]; 1 club[+bacon,white]",
    ],
    ["no tomatoes on the blt please", "1 blt[-tom]"],
    ["a large coffee with a little whipped cream and easy on the sugar", "1 drip[l,~sugar,~whip]"],
    ["I want a large latte but no vanilla and make it two", "2 latte[-van,l]"],
    ["can I get uh two, no three butter croissants", "3 butter"],
    ["latte times three", "3 latte"],
    ["half a dozen croissants", "6 ?almond/butter"],
    ["a coffee with milk", "1 drip; (milk)"],
  ])("%s", (text, expected) => {
    expect(short(understandOrder(text, cafe, "en"))).toBe(expected);
  });

  test.each([
    ["butter croissants three boxes and a green tea", "3 butter; 1 tea"],
    ["lattes three green teas two", "3 latte; 2 tea"],
    ["latte two green teas and a blt", "1 latte; 2 tea; 1 blt"],
    ["almond croissant six of em and a large latte", "6 almond; 1 latte[l]"],
    ["a latte for pickup at 6 pm", "1 latte; (pm)"],
    ["a blt and a club sandwich no mayo for either", "1 blt[-mayo]; 1 club[-mayo]"],
    ["a blt hold the mayo plus bacon", "1 blt[-mayo,bacon]"],
    ["a large latte no um small", "1 latte[s]"],
    ["actually no latte i'll have a green tea", "1 tea"],
    [
      "a green tea and a club sandwich on white for the boss with bacon",
      "1 tea; 1 club[bacon,white]; (boss)",
    ],
  ])("counts and options wherever they are said: %s", (text, expected) => {
    expect(short(understandOrder(text, cafe, "en"))).toBe(expected);
  });

  test.each([
    ["un grand latte glacé au lait d'avoine avec deux shots d'espresso", "1 latte[iced,l,oat,shot*2]"],
    ["deux cafés moyens un avec sucre l'autre sans sucre", "1 drip[m,sugar]; 1 drip[-sugar,m]"],
    ["trio burger avec frites et un coke", "1 combo[dcoke,sfries]"],
    ["je vais te prendre un café filtre large avec un peu de crème fouettée", "1 drip[l,~whip]"],
    ["un croissant aux amandes et deux croissants au beurre", "1 almond; 2 butter"],
    ["un club sandwich sans bacon, non, avec bacon", "1 club[bacon]"],
    ["un p'tit café pis un gros latte à la vanille", "1 drip[s]; 1 latte[l,van]"],
    ["pas de sucre dans mon café", "1 drip[-sugar]"],
  ])("%s", (text, expected) => {
    expect(short(understandOrder(text, cafe, "fr"))).toBe(expected);
  });

  test.each([
    ["can I get to large cokes", "2 coke[dl]"],
    ["I'd like for poutines", "4 poutine"],
    ["a coke to go", "1 coke"],
    ["a pizza for my kids and cokes", "1 ?cheesep/dressed/pepperoni; 1 coke"],
  ])("numbers that sound like other words: %s", (text, expected) => {
    expect(
      short(understandOrder(text, pizzeria, "en"))
        .split("; ")
        .sort(),
    ).toEqual(expected.split("; ").sort());
  });
});

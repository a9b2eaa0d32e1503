import type { Action } from "../../../sandbox/twilio/voice/exchange.ts";

/** What a caller does, step by step; an empty step is silence. */
export type CallScript = {
  name: string;
  shop: "pizza" | "lise";
  steps: readonly Action[];
  /** The caller hides their number. */
  hidden?: true;
};

const say = (...words: string[]): Action[] => words.map((speech) => ({ speech }));
const press = (keys: string): Action[] => [...keys].map((digits) => ({ digits }));
const silence: Action = {};
const hangUp: Action = { hangup: true };
const leave = (speech: string): Action => ({ speech, hangup: true });

const pizza = (name: string, ...steps: Action[]): CallScript => ({ name, shop: "pizza", steps });
const lise = (name: string, ...steps: Action[]): CallScript => ({ name, shop: "lise", steps });

/** Calls that end in an order when all goes well. */
export const ordering: readonly [CallScript, ...CallScript[]] = [
  pizza(
    "order by speech",
    ...say("I'd like to order", "two large pepperoni pizzas and a garlic bread", "that's all", "yes"),
  ),
  lise(
    "commande en parlant",
    ...say("une grande poutine à la sauce à spaghetti et deux bières d'épinette", "c'est tout", "oui"),
  ),
  pizza("order by keys", ...press("*1223100"), ...press("1")),
  pizza(
    "corrections",
    ...say(
      "can I order two small margheritas, fries and a coke",
      "no, make it three",
      "remove the fries",
      "actually make the margheritas large",
      "that's it",
      "no",
      "add a caesar salad",
      "that's all",
      "yes",
    ),
  ),
  pizza(
    "asked for options",
    ...press("1"),
    ...say("a veggie pizza and chicken wings", "medium please"),
    ...press("2"),
    ...say("no thanks", "yes that's right"),
  ),
  pizza(
    "the other language",
    ...say("en français s'il vous plaît", "je voudrais une grande pizza pepperoni", "c'est tout", "oui"),
  ),
  lise("deux cafés", ...say("deux cafés et un club sandwich", "c'est tout", "oui")),
];

/** Calls that end in something else. */
export const others: readonly [CallScript, ...CallScript[]] = [
  pizza("hangs up at once", hangUp),
  lise("raccroche tout de suite", hangUp),
  pizza("hangs up in an order", ...say("two small margheritas"), hangUp),
  lise("raccroche en commandant", ...say("trois hamburgers"), hangUp),
  pizza("says nothing", ...Array.from({ length: 6 }, () => silence)),
  pizza("voicemail", ...press("3"), leave("Hi, it's Sam, do you cater for forty people?")),
  lise("message vocal", ...press("3"), leave("Bonjour, c'est Lucie, rappelez-moi s'il vous plaît.")),
  pizza("call-back", ...press("2"), ...say("Marie-Ève Tremblay", "Tuesday afternoon after three")),
  lise("rappel", ...press("2"), ...say("Jean Gagnon", "demain matin")),
  pizza("asks for a person", ...press("0"), hangUp),
  pizza(
    "not understood",
    ...press("1"),
    ...say("blargh fnord", "quux", "zorp"),
    silence,
    silence,
    silence,
    leave("Two margheritas."),
  ),
  { ...pizza("hidden and gone", hangUp), hidden: true },
];

/** A caller whose number cannot be seen is asked for one: `phone` in E.164. */
export const hiddenOrder = (phone: string): CallScript => ({
  ...pizza("hidden, orders", ...say("a large pepperoni pizza", "that's all", "yes")),
  steps: [...say("a large pepperoni pizza", "that's all", "yes"), { digits: phone.slice(2) }, ...say("yes")],
  hidden: true,
});

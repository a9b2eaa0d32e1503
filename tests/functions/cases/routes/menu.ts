import * as catalogue from "../../../../functions/domain/catalogue/contracts.ts";
import { uuidv7 } from "../../../../functions/platform/ids.ts";
import type { Foreign } from "../../../harness/suites/foreign.ts";
import type { ApiRouteCase } from "../../../harness/suites/route-bench.ts";
import * as some from "../../../harness/suites/samples.ts";
import { idOf, wrong } from "./parts.ts";

const foreignGroups: Foreign = {
  async parts(theirs, world, own) {
    const { id } = await some.aGroup(world, theirs);
    return { ...own, body: { ...(own.body as object), groupIds: [id] } };
  },
  answer: 400,
};
/** A choice that is not the group's own is a new one. */
const foreignChoices = (answer: 200 | 201): Foreign => ({
  async parts(theirs, world, own) {
    const { choice } = await some.aGroup(world, theirs);
    return { ...own, body: { ...(own.body as object), choices: [{ id: choice, name: "Stolen" }] } };
  },
  answer,
});

const item = { name: "Poutine", priceCents: 950, category: "Classics", aliases: ["putine"] };
const badItem = {
  name: "",
  priceCents: 9.5,
  aliases: "putine",
  groupIds: ["g1"],
  "translations.fr": { fr: "" },
};
const group = {
  name: "Size",
  kind: "one",
  required: true,
  choices: [{ name: "Small" }, { name: "Large", priceCents: 200 }],
};
const badGroup = { name: 7, kind: "some", maxChoices: 0, choices: [], "choices.0.name": [{ name: "" }] };

export const menu: ApiRouteCase[] = [
  {
    contract: catalogue.getCatalogueContract,
    async arrange(shop, world) {
      await some.anItem(world, shop);
      await some.aGroup(world, shop);
      return {};
    },
  },
  {
    contract: catalogue.createItemContract,
    arrange: () => ({ body: item }),
    foreign: { groupIds: foreignGroups },
    bad: [
      ...wrong(item, { ...badItem, "groupIds.0": ["g1"] }).filter(({ field }) => field !== "groupIds"),
      { field: "groupIds", parts: { body: { ...item, groupIds: [uuidv7()] } } },
      { field: "priceCents", parts: { body: { name: "Poutine" } } },
    ],
  },
  {
    contract: catalogue.updateItemContract,
    arrange: async (shop, world) => ({
      params: await idOf(some.anItem(world, shop)),
      body: { priceCents: 1050 },
    }),
    bad: wrong({}, { name: "", priceCents: -1, available: "yes" }),
    foreign: { groupIds: foreignGroups },
  },
  {
    contract: catalogue.removeItemContract,
    arrange: async (shop, world) => ({ params: await idOf(some.anItem(world, shop)) }),
  },
  {
    contract: catalogue.createGroupContract,
    arrange: () => ({ body: group }),
    bad: wrong(group, badGroup),
    foreign: { "choices.id": foreignChoices(201) },
  },
  {
    contract: catalogue.updateGroupContract,
    arrange: async (shop, world) => ({
      params: await idOf(some.aGroup(world, shop)),
      body: { name: "How big" },
    }),
    bad: wrong({}, badGroup),
    foreign: { "choices.id": foreignChoices(200) },
  },
  {
    contract: catalogue.removeGroupContract,
    arrange: async (shop, world) => ({ params: await idOf(some.aGroup(world, shop)) }),
  },
];

import type { createGroupContract, createItemContract } from "../../functions/domain/catalogue/contracts.ts";
import type { createMerchantContract } from "../../functions/domain/merchants/contracts.ts";
import type { RequestOf } from "../../functions/platform/contract.ts";

type ItemInput = RequestOf<typeof createItemContract>["body"];
export type GroupInput = RequestOf<typeof createGroupContract>["body"];

/** An item of a demo menu; `options` are keys of the menu's groups. */
export type DemoItem = Omit<ItemInput, "groupIds"> & { options?: readonly string[] };

export type DemoShop = {
  owner: { email: string };
  merchant: RequestOf<typeof createMerchantContract>["body"];
  areaCode: string;
  groups: Record<string, GroupInput>;
  items: readonly DemoItem[];
};

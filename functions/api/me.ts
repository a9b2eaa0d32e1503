import { meContract } from "../domain/accounts/contracts.ts";
import { apiRoute } from "../platform/api-route.ts";
import { rpc } from "../platform/database.ts";
import { memberships } from "../store/merchants.ts";

export const createMe = (resolve: () => object) =>
  apiRoute(meContract, resolve, async (_deps, { actor, db }) => {
    const [belongs, operator] = await Promise.all([memberships(db), rpc<boolean>(db, "is_operator")]);
    return {
      user: { id: actor.userId, email: actor.email ?? "" },
      operator,
      memberships: belongs
        .filter(({ userId }) => userId === actor.userId)
        .map(({ merchantId, name, role, locale }) => ({ merchantId, name, role, locale })),
    };
  });

export default createMe(() => ({}));

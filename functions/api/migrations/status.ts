import { migrationsStatusContract } from "../../domain/operations/contracts.ts";
import { migrationStatus } from "../../domain/operations/migrations.ts";
import { apiRoute } from "../../platform/api-route.ts";
import { rpc } from "../../platform/database.ts";

export const createMigrationsStatus = (resolve: () => object) =>
  apiRoute(migrationsStatusContract, resolve, async (_deps, { db }) =>
    migrationStatus(await rpc<string[]>(db, "applied_migrations")),
  );

export default createMigrationsStatus(() => ({}));

import type { Visit } from "../driver/visit.ts";
import type { World } from "../world/world.ts";
import { auditCalls } from "./calls.ts";
import { auditLinks } from "./links.ts";
import { auditMessages } from "./messages.ts";
import { auditMoney } from "./money.ts";
import { auditQueue } from "./queue.ts";
import { readRows } from "./rows.ts";
import { auditStaff } from "./staff.ts";
import { broken, type Findings, type Violation } from "./types.ts";

/** Compares the providers' books and what people were told with our database, once the world is at rest. */
export async function audit(
  world: World,
  visits: readonly Visit[],
  left: readonly string[],
): Promise<Findings & { counts: Record<string, number> }> {
  const rows = await readRows(world.sql);
  const parts = [
    { violations: [...auditRest(left), ...auditProcess(world)], remarks: [] },
    {
      violations: [...auditMoney(world, rows), ...auditLinks(rows), ...auditStaff(visits, rows)],
      remarks: [],
    },
    auditMessages(world, rows),
    { violations: auditCalls(visits, rows), remarks: [] },
    await auditQueue(world, rows),
  ];
  const { orders, payments, refunds, messages, calls, events } = rows;
  return {
    violations: parts.flatMap(({ violations }) => violations),
    remarks: parts.flatMap(({ remarks }) => remarks),
    counts: Object.fromEntries(
      Object.entries({ calls, orders, payments, refunds, messages, events }).map(([name, all]) => [
        name,
        all.length,
      ]),
    ),
  };
}

const auditRest = (left: readonly string[]): Violation[] =>
  left.map((what) => broken("everything comes to rest", what));

function auditProcess({ functions }: World): Violation[] {
  const crashes = functions.crashes();
  return crashes === 0 ? [] : [broken("the functions never end by themselves", `${crashes} times`)];
}

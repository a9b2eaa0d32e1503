import { Hono } from "hono";
import { isUrl } from "../order.ts";
import type { Parts } from "../parts.ts";
import { type Endpoint, Refusal, type UrlGroup } from "../types.ts";

/** `/v2/topics`: URL groups, one message per endpoint. */
export function topicRoutes({ books, scheduler }: Parts): Hono {
  const { groups } = books;
  const app = new Hono();

  const find = (name: string): UrlGroup => {
    const group = groups.get(name);
    if (!group) throw new Refusal(404, `url group ${name} not found`);
    return group;
  };

  app.get("/v2/topics", (c) => c.json([...groups.values()]));
  app.get("/v2/topics/:name", (c) => c.json(find(c.req.param("name"))));
  app.delete("/v2/topics/:name", (c) => {
    groups.delete(find(c.req.param("name")).name);
    return c.json({});
  });

  app.post("/v2/topics/:name/endpoints", async (c) => {
    const name = c.req.param("name");
    if (!/^[\w.-]+$/.test(name)) throw new Refusal(400, `invalid url group name: ${name}`);
    const added = endpointsOf(await c.req.json().catch(() => undefined));
    const bad = added.find((endpoint) => !isUrl(endpoint.url ?? ""));
    if (bad) throw new Refusal(400, `invalid endpoint url: ${bad.url}`);
    const now = Math.floor(scheduler.now());
    const group = groups.get(name) ?? { name, createdAt: now, updatedAt: now, endpoints: [] };
    const kept = group.endpoints.filter((old) => !added.some((endpoint) => same(endpoint, old)));
    groups.set(name, { ...group, updatedAt: now, endpoints: [...kept, ...added] });
    return c.json({});
  });

  app.delete("/v2/topics/:name/endpoints", async (c) => {
    const group = find(c.req.param("name"));
    const removed = endpointsOf(await c.req.json().catch(() => undefined));
    const endpoints = group.endpoints.filter((old) => !removed.some((endpoint) => same(endpoint, old)));
    groups.set(group.name, { ...group, updatedAt: Math.floor(scheduler.now()), endpoints });
    return c.json({});
  });

  return app;
}

const same = (a: Partial<Endpoint>, b: Endpoint) => a.url === b.url || (!!a.name && a.name === b.name);

function endpointsOf(body: unknown): Endpoint[] {
  const endpoints = (body as { endpoints?: unknown } | undefined)?.endpoints;
  if (!Array.isArray(endpoints)) throw new Refusal(400, "endpoints must be an array");
  return endpoints as Endpoint[];
}

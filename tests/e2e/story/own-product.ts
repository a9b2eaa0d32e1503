import postgres from "postgres";
import { type ProductOptions, startProduct } from "../../../runtime/node/product.ts";
import { callControl, type TestProduct } from "../../harness/product.ts";

/** The product with parts that outlive it: a database, a folder, secrets. What `sql` looks into is `databaseUrl`. */
export async function startOn(options: ProductOptions & { databaseUrl: string }): Promise<TestProduct> {
  process.env.LOG_LEVEL ??= "error";
  const product = await startProduct({ migrate: false, ...options });
  await product.warm();
  const sql = postgres(options.databaseUrl, { max: 2, onnotice: () => {} });
  const { url } = product;
  return {
    ...{ url, product, sql },
    control: (method, path, body) => callControl(url, method, path, body),
    setTimeScale: async (scale) => void (await callControl(url, "POST", "/time", { scale })),
    async close() {
      await product.close(1_000);
      await sql.end({ timeout: 2 });
    },
  };
}

type Dying<T> = { result: T; crossings: number };

/**
 * Runs `act` in a product that dies on the way: of what it asks others (the database, the queue, the limits, providers)
 * the first `crossings` are done and answered, and nothing after them leaves the process. Code that still runs then has
 * no effect any more, which is all that others can tell of a death.
 * @param url where the product runs; what the faked providers bring it there is not the product's doing
 */
export async function dyingAfter<T>(
  { url }: { url: string },
  crossings: number,
  act: () => Promise<T>,
): Promise<Dying<T>> {
  const real = globalThis.fetch;
  let asked = 0;
  globalThis.fetch = (input, init) => {
    const target = input instanceof Request ? input.url : String(input);
    if (!target.startsWith(url) || target.startsWith(`${url}/api/`)) return real(input, init);
    asked += 1;
    return asked > crossings ? Promise.reject(new TypeError("fetch failed")) : real(input, init);
  };
  try {
    return { result: await act(), crossings: asked };
  } finally {
    globalThis.fetch = real;
  }
}

/** Lives on; tells how often it crosses. */
export const crossingsOf = <T>(product: { url: string }, act: () => Promise<T>): Promise<Dying<T>> =>
  dyingAfter(product, Number.POSITIVE_INFINITY, act);

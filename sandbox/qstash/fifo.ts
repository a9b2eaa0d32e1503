/** First in, first out, without moving the rest at each take. */
export type Fifo<T> = { readonly size: number; push(item: T): void; shift(): T | undefined; items(): T[] };

const TRIM_FROM = 1_024;

export function createFifo<T>(): Fifo<T> {
  let list: T[] = [];
  let head = 0;
  return {
    get size() {
      return list.length - head;
    },
    push(item) {
      list.push(item);
    },
    shift() {
      if (head >= list.length) return undefined;
      const item = list[head++];
      if (head > TRIM_FROM && head * 2 > list.length) {
        list = list.slice(head);
        head = 0;
      }
      return item;
    },
    items: () => list.slice(head),
  };
}

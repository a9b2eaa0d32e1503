/**
 * Runs `make` on the first call and remembers what it returned. A failure is not remembered: a function that
 * woke up without its environment must be able to recover.
 */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

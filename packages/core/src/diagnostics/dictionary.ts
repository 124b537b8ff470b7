/** An empty object for many names. To one with a prototype V8 gives a new shape with each name, which takes a while. */
export function dictionary<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

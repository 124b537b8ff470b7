/** Where a printed value came from. Opaque here: print only carries it, and a caller's own origins extend it. */
export interface Origin {
  readonly kind: "written" | "default" | "decision";
}

/** Shared by all copies of this package, so that a plugin with its own copy can still hand its values over. */
const tag: unique symbol = Symbol.for("@dpm/print/traced");

/** A value together with the places it came from. Made by `traced`, `map` and `combine` only. */
export interface Traced<T> {
  readonly [tag]: true;
  readonly value: T;
  readonly origins: readonly Origin[];
}

/** What every printer takes: a value, or a value that knows where it came from. */
export type Value<T> = T | Traced<T>;

// The tag sits on the prototype: no data that a model can hold, free JSON included, passes for a traced value.
class TracedValue<T> implements Traced<T> {
  readonly value: T;
  readonly origins: readonly Origin[];

  constructor(value: T, origins: readonly Origin[]) {
    this.value = value;
    this.origins = origins;
  }

  get [tag](): true {
    return true;
  }
}

/** `traced(3, [written])` is 3 with its origin; without origins it is a value that nobody wrote. */
export function traced<T>(value: T, origins: readonly Origin[] = []): Traced<T> {
  return new TracedValue(value, origins);
}

/** Changes the value and keeps the origins: `map(timeout, (ms) => ms / 1000)`. */
export function map<T, U>(t: Traced<T>, f: (value: T) => U): Traced<U> {
  return traced(f(t.value), t.origins);
}

/**
 * Makes one value of several; its origins are the union, each once, in the order of the parts.
 *
 * `combine([attempts, perAttempt], (n, ms) => n * ms)`
 */
export function combine<const T extends readonly Traced<unknown>[], U>(
  parts: T,
  f: (...values: Untraced<T>) => U,
): Traced<U> {
  const origins = new Set(parts.flatMap((part) => part.origins));
  return traced(f(...(parts.map((part) => part.value) as Untraced<T>)), [...origins]);
}

type Untraced<T extends readonly Traced<unknown>[]> = Extract<
  { -readonly [K in keyof T]: T[K] extends Traced<infer V> ? V : never },
  unknown[]
>;

/** The value without its origins. */
export function plain<T>(t: Value<T>): T {
  return isTraced(t) ? t.value : t;
}

/** The origins of a value; none for a plain one. */
export function originsOf(t: unknown): readonly Origin[] {
  return isTraced(t) ? t.origins : [];
}

function isTraced<T>(t: Value<T>): t is Traced<T> {
  return typeof t === "object" && t !== null && tag in t;
}

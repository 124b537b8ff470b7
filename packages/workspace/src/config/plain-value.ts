import { inOneLine } from "../thrown.ts";
import { deepest, most } from "./config-document.ts";

/** Why a value cannot be a configuration, and at which of its keys. */
export class NoPlainValue extends Error {
  readonly path: readonly string[];
  constructor(message: string, path: readonly string[], cause?: unknown) {
    super(message, { cause });
    this.path = path;
  }
}

/**
 * A module's value as data that cannot throw any more: every getter has been asked, every proxy too. What is no data (a
 * function, a date) stays what it is, for the types to refuse. Throws NoPlainValue when a getter throws, for a bigint,
 * which no type takes and none could name, and when there is more than a configuration may have.
 */
export function plainValue(value: unknown): unknown {
  return copy(value, { path: [], depth: 0, budget: { left: most } });
}

interface Where {
  readonly path: readonly string[];
  readonly depth: number;
  readonly budget: { left: number };
}

function copy(value: unknown, where: Where): unknown {
  const { path, depth, budget } = where;
  if (typeof value === "bigint") throw new NoPlainValue(`${named(path)} is a bigint, expected a number or text`, path);
  if (typeof value !== "object" || value === null) return value;
  if (depth > deepest) throw new NoPlainValue(`its value is nested deeper than ${deepest} levels`, path);
  const entries = asking(path, () => entriesOf(value));
  if (!entries) return value;
  const inner = entries.map(([key, item]) => {
    if (--budget.left < 0) throw new NoPlainValue(`its value has more than ${most} values`, path);
    const at = [...path, key];
    return [key, copy(asking(at, item), { path: at, depth: depth + 1, budget })] as const;
  });
  return Array.isArray(value) ? inner.map(([, item]) => item) : Object.fromEntries(inner);
}

type Entry = readonly [key: string, item: () => unknown];

/** What a list or a plain object has; nothing for what is no data. */
function entriesOf(value: object): readonly Entry[] | undefined {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return Array.from({ length: list.length }, (_, index): Entry => [String(index), () => list[index]]);
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return undefined;
  return Object.keys(value).map((key): Entry => [key, () => value[key as keyof typeof value]]);
}

function asking<T>(path: readonly string[], ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw new NoPlainValue(`reading ${named(path)} threw ${inOneLine(error)}`, path, error);
  }
}

function named(path: readonly string[]): string {
  return path.length === 0 ? "its value" : `\`${path.join(".")}\``;
}

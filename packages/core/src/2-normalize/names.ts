/**
 * The words of a name, lower-cased: split at `-`, `_`, `.`, space and where lower case meets upper case.
 * `InventoryService`, `inventory-service` and `inventory_service` have the same words. References are compared so.
 */
export function wordsOf(name: string): string {
  return name
    .replace(hump(name), "$1 $2")
    .split(/[-_. ]+/)
    .filter((word) => word !== "")
    .join(" ")
    .toLowerCase();
}

/** Where lower case meets upper case. V8 takes a millisecond to make the pattern of all alphabets. */
function hump(name: string): RegExp {
  return /[^\0-\x7f]/.test(name) ? /([\p{Ll}\p{N}])(\p{Lu})/gu : /([a-z0-9])([A-Z])/g;
}

/** The name as hosts and services spell it: `OrderService` is `order-service`. */
export function serviceNameOf(name: string): string {
  return wordsOf(name).replaceAll(" ", "-");
}

/** What a reference may mean among names: exactly that name, else every name of the same words. */
export function resolve(reference: string, names: NameIndex): readonly string[] {
  return names.exact.has(reference) ? [reference] : (names.byWords.get(wordsOf(reference)) ?? []);
}

export interface NameIndex {
  readonly exact: ReadonlySet<string>;
  readonly byWords: ReadonlyMap<string, readonly string[]>;
}

export function indexNames(names: Iterable<string>): NameIndex {
  const exact = new Set(names);
  const byWords = new Map<string, string[]>();
  for (const name of exact) {
    const words = wordsOf(name);
    const same = byWords.get(words);
    if (same) same.push(name);
    else byWords.set(words, [name]);
  }
  return { exact, byWords };
}

/** Names become names of hosts, files, classes and services, so they are made of what all of these can say. */
export function isBlockName(name: string): boolean {
  return /^(?=.*[A-Za-z0-9])[A-Za-z_][A-Za-z0-9_.-]{0,99}$/.test(name);
}

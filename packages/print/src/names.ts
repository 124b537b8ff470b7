/**
 * The words of a name however it is written: `OrderService`, `order-service` and `order_service` are order, service;
 * `HTTPServer2` is http, server2. ASCII punctuation separates words; a character outside ASCII is a word of its
 * own (`u8ba2`), so that names in other scripts stay apart. A name may have no words at all: `--`.
 */
export function words(name: string): readonly string[] {
  const ascii = name.replace(/[\u0080-\u{10FFFF}]/gu, (char) => ` u${(char.codePointAt(0) ?? 0).toString(16)} `);
  const found = ascii.match(/[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z0-9]+|[A-Z]/g) ?? [];
  return found.map((word) => word.toLowerCase());
}

/** `order` as `Order`. */
export function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/**
 * Different names that a naming function makes equal, in the order of their first appearance:
 * `collisions(["a-b", "a_b", "c"], java.className)` is `[{ made: "AB", from: ["a-b", "a_b"] }]`.
 * Names that differ only in case collide too: their files would, on Windows and macOS.
 */
export function collisions(
  names: Iterable<string>,
  toName: (name: string) => string,
): readonly { readonly made: string; readonly from: readonly string[] }[] {
  const groups = new Map<string, { made: string; from: string[] }>();
  for (const name of new Set(names)) {
    const made = toName(name);
    const group = groups.get(made.toLowerCase());
    if (group === undefined) groups.set(made.toLowerCase(), { made, from: [name] });
    else group.from.push(name);
  }
  return [...groups.values()].filter((group) => group.from.length > 1);
}

import { originsOf, plain } from "./origin.ts";
import type { Origin, Value } from "./origin.ts";

/** Free JSON, as a model holds it. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | { readonly [key: string]: Json };

const tag: unique symbol = Symbol.for("@dpm/print/node");

/** A piece of a YAML or JSON document, made by the builders below. */
export interface Node {
  readonly [tag]: Shape;
}

interface Layout {
  readonly origins: readonly Origin[];
  readonly comment?: string;
  readonly flow?: boolean;
}
export type Shape = Layout &
  (
    | { readonly kind: "scalar"; readonly value: string | number | bigint | boolean | null }
    | { readonly kind: "list"; readonly items: readonly Shape[] }
    | { readonly kind: "map"; readonly entries: readonly ShapeEntry[] }
  );
export interface ShapeEntry {
  readonly key: Value<string>;
  readonly shape: Shape;
}

/** A key and its node; an entry that is absent, or whose node is, prints nothing. */
export type Entry = readonly [key: Value<string>, node: Node | undefined] | false | undefined;

/** A string; the language decides how it is quoted. Ask the language's `refusal` first. */
export function str(value: Value<string>): Node {
  return scalar(value);
}

/** @throws RangeError unless the number is a safe integer or a bigint */
export function int(value: Value<number | bigint>): Node {
  const n = plain(value);
  if (typeof n === "number" && !Number.isSafeInteger(n)) throw new RangeError(`${n} is not an exact integer`);
  return scalar(value);
}

/** @throws RangeError unless the number is finite */
export function num(value: Value<number>): Node {
  if (!Number.isFinite(plain(value))) throw new RangeError(`${plain(value)} is not a finite number`);
  return scalar(value);
}

export function bool(value: Value<boolean>): Node {
  return scalar(value);
}

/** The null of the language; a traced one says why it is null. */
export function nul(value: Value<null> = null): Node {
  return scalar(value);
}

/** A mapping in the order given. @throws TypeError when a key comes twice: readers disagree about what that means */
export function map(entries: readonly Entry[]): Node {
  const present = entries.flatMap((entry) => {
    if (entry === undefined || entry === false || entry[1] === undefined) return [];
    return [{ key: entry[0], shape: shapeOf(entry[1]) }];
  });
  const keys = new Set<string>();
  for (const key of present.map((entry) => plain(entry.key))) {
    if (keys.has(key)) throw new TypeError(`the key ${JSON.stringify(key)} comes twice in one mapping`);
    keys.add(key);
  }
  return node({ kind: "map", entries: present, origins: [] });
}

/** A sequence; absent items print nothing. */
export function list(items: readonly (Node | false | undefined)[]): Node {
  const present = items.filter((item) => item !== undefined && item !== false);
  return node({ kind: "list", items: present.map(shapeOf), origins: [] });
}

/** Free JSON as nodes; a traced one marks everything that it prints. */
export function json(value: Value<Json>): Node {
  return because(fromJson(plain(value)), value);
}

/** Says that the node is there because of these values; parts with origins of their own keep them. */
export function because(from: Node, ...values: readonly unknown[]): Node {
  const origins = [...new Set(values.flatMap(originsOf))];
  const shape = shapeOf(from);
  return origins.length === 0 ? from : node({ ...shape, origins: [...shape.origins, ...origins] });
}

/** The node with a comment above it (YAML only). May have several lines; what cannot be seen in it is made visible. */
export function commented(comment: string, from: Node): Node {
  return node({ ...shapeOf(from), comment });
}

/** The node on one line, as in `["CMD", "true"]`; comments inside it are left out. */
export function flow(from: Node): Node {
  return node({ ...shapeOf(from), flow: true });
}

/**
 * One node over another: mappings are merged as deep as they go, in the order of the lower one; everything else is
 * replaced. What is replaced leaves its origins, since it is the reason why the other stands there.
 */
export function merged(below: Node, above: Node): Node {
  return node(mergedShape(shapeOf(below), shapeOf(above)));
}

/** What `merged` puts something else in place of: the way to it, and where it came from. */
export function replaced(
  below: Node,
  above: Node,
): readonly { readonly path: readonly string[]; readonly origins: readonly Origin[] }[] {
  return replacedIn(shapeOf(below), shapeOf(above), []);
}

function mergedShape(below: Shape, above: Shape): Shape {
  const origins = [...new Set([...above.origins, ...(isBoth(below, above) ? below.origins : allOrigins(below))])];
  if (below.kind !== "map" || above.kind !== "map") return { ...above, origins };
  const upper = new Map(above.entries.map((entry) => [plain(entry.key), entry]));
  const lower = new Set(below.entries.map((entry) => plain(entry.key)));
  const entries = below.entries.map((entry): ShapeEntry => {
    const over = upper.get(plain(entry.key));
    return over ? { key: entry.key, shape: mergedShape(entry.shape, over.shape) } : entry;
  });
  return { ...below, origins, entries: [...entries, ...above.entries.filter(({ key }) => !lower.has(plain(key)))] };
}

function replacedIn(below: Shape, above: Shape, path: readonly string[]): ReturnType<typeof replaced> {
  if (below.kind !== "map" || above.kind !== "map") return [{ path, origins: allOrigins(below) }];
  const upper = new Map(above.entries.map((entry) => [plain(entry.key), entry.shape]));
  return below.entries.flatMap(({ key, shape }) => {
    const over = upper.get(plain(key));
    return over ? replacedIn(shape, over, [...path, plain(key)]) : [];
  });
}

function isBoth(below: Shape, above: Shape): boolean {
  return below.kind === "map" && above.kind === "map";
}

function allOrigins({ origins, ...shape }: Shape): readonly Origin[] {
  const inner =
    shape.kind === "list"
      ? shape.items.flatMap(allOrigins)
      : shape.kind === "map"
        ? shape.entries.flatMap((entry) => [...originsOf(entry.key), ...allOrigins(entry.shape)])
        : [];
  return [...new Set([...origins, ...inner])];
}

/** @throws TypeError when a caller without types hands over something else */
export function shapeOf(from: Node): Shape {
  const shape = typeof from === "object" && from !== null ? from[tag] : undefined;
  if (shape === undefined) throw new TypeError("expected a node that `str`, `map`, `json` ... made, not a raw value");
  return shape;
}

function node(shape: Shape): Node {
  return { [tag]: shape };
}

function scalar(value: Value<string | number | bigint | boolean | null>): Node {
  return node({ kind: "scalar", value: plain(value), origins: originsOf(value) });
}

function fromJson(value: Json): Node {
  if (typeof value === "number") return num(value);
  if (typeof value !== "object" || value === null) return scalar(value);
  if (Array.isArray(value)) return list((value as readonly Json[]).map(fromJson));
  return map(Object.entries(value).map(([key, inner]): Entry => [key, fromJson(inner)]));
}

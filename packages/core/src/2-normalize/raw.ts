import { traced, type Traced, type TracedTree } from "@dpm/print";
import type { Json } from "../fields/field.ts";
import type { AnyBlock } from "./model.ts";
import { originOf } from "./origin.ts";
import { isGroup } from "./written-fields.ts";

/** A value that is written for one target only, in `raw target { ... }`, with all that is in it. The path of the whole is empty. */
export interface Raw extends TracedTree {
  readonly value: Traced<Json>;
  readonly parts?: readonly Raw[];
}

/** What a block has for this target alone; nothing where it has none. */
export function rawOf(block: AnyBlock, target: string): Raw | undefined {
  const { raw } = block as AnyBlock & { readonly raw?: object };
  if (raw === undefined || !originOf(block, "raw") || !Object.hasOwn(raw, target)) return undefined;
  return part(raw, target, []);
}

function part(container: object, name: string, path: readonly string[]): Raw {
  const value = (container as Readonly<Record<string, Json>>)[name] ?? null;
  const origin = originOf(container, name);
  const own: Raw = { path, value: traced(value, origin ? [origin] : []) };
  if (!isGroup(value) || Object.keys(value).length === 0) return own;
  return { ...own, parts: Object.keys(value).map((key) => part(value, key, [...path, key])) };
}

/** The values that have nothing in them. */
export function leavesOf<T extends TracedTree>(raw: T): readonly T[] {
  return raw.parts ? (raw.parts as readonly T[]).flatMap((one) => leavesOf(one)) : [raw];
}

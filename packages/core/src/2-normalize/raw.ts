import { traced, type Traced } from "@dpm/print";
import type { Json } from "../fields/field.ts";
import type { AnyBlock } from "./model.ts";
import { originOf } from "./origin.ts";
import { isGroup } from "./written-fields.ts";

/** A value that is written for one target only, in `raw target { ... }`, with all that is in it. */
export interface Raw {
  /** What leads to it: `["location", "proxy_buffering"]`; of the whole, nothing. */
  readonly path: readonly string[];
  readonly value: Traced<Json>;
  /** What is in a group, or in a list that has groups in it. A value without parts is a leaf. */
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
export function leavesOf(raw: Raw): readonly Raw[] {
  return raw.parts ? raw.parts.flatMap(leavesOf) : [raw];
}

import type { BlockKind } from "../fields/block.ts";
import { fieldsOfKind, freeName, type KindField } from "./fields.ts";

/** A field, or where the way to it ends. */
export type FoundField =
  | { readonly field: KindField }
  | {
      /** The fields that were found on the way, as they are called in the kind. */
      readonly before: readonly string[];
      /** The name that nothing has. */
      readonly name: string;
      /** What could be named there; nothing where no group is. */
      readonly known: readonly string[];
    };

/**
 * The field that a path leads to, such as `["retry", "max_attempts"]`. A field is also found by its other keys, any name
 * stands for a free one, and the place of an item in a list may be written or not: `servers[0]`.
 */
export function findField(kind: BlockKind, path: readonly string[]): FoundField {
  const fields = fieldsOfKind(kind);
  let found: KindField | undefined;
  for (const written of path) {
    const name = written.replace(/\[\d*\]$/, "");
    const before = found?.path ?? [];
    const inside = fields.filter((one) => isChild(one, before));
    const next = inside.find((one) => isCalled(one, name)) ?? inside.find((one) => one.path.at(-1) === freeName);
    if (!next) return { before, name, known: inside.map((one) => one.path.at(-1) ?? "") };
    found = next;
  }
  return found ? { field: found } : { before: [], name: "", known: [] };
}

/** The fields of a group, one level below it. */
export function fieldsIn(kind: BlockKind, group: readonly string[]): readonly KindField[] {
  return fieldsOfKind(kind).filter((one) => isChild(one, group));
}

function isChild({ path }: KindField, group: readonly string[]): boolean {
  return path.length === group.length + 1 && group.every((name, index) => path[index] === name);
}

function isCalled({ path, spec }: KindField, name: string): boolean {
  return path.at(-1) === name || Object.hasOwn(spec.aliases ?? {}, name);
}

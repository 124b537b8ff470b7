import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { BlockKind } from "../../fields/block.ts";
import type { BlockNode } from "../../1-parse/syntax.ts";
import { seal } from "../origin.ts";
import { add, readGroup } from "./fields.ts";
import { root, type Defaults } from "./place.ts";
import { readRaw } from "./raw.ts";
import { read } from "./read.ts";

export interface ReadBlock {
  /** `undefined` when a field that must be there is missing or cannot be read. */
  readonly block: { readonly kind: string; readonly name: string } | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a block as its kind says. Blocks that share `defaults` read unwritten values once. */
export function readBlock(node: BlockNode, kind: BlockKind, defaults: Defaults = new Map()): ReadBlock {
  const diagnostics: Diagnostic[] = [];
  const run = { report: (diagnostic: Diagnostic) => void diagnostics.push(diagnostic), defaults };
  const place = root(`${kind.kind} ${node.name.text}`, kind.kind, node.name.span, run, node.doc);
  const group = readGroup(node.body, kind.body, place, read);
  const raw = readRaw(node.body, place, read);
  if (group && raw) add(group, "raw", raw);
  const block = group && seal({ kind: kind.kind, name: node.name.text, ...group.values }, group.table);
  return { block, diagnostics };
}

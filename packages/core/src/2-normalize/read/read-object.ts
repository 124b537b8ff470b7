import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ObjectSpec } from "../../fields/spec.ts";
import type { ValueNode } from "../../1-parse/syntax.ts";
import { root } from "./place.ts";
import { read } from "./read.ts";

export interface ReadObject {
  /** `undefined` when a field that must be there is missing or cannot be read. */
  readonly value: object | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a group of fields that belongs to no block, such as a target's options; `name` is what messages call it. */
export function readObject(node: ValueNode, type: ObjectSpec, name: string): ReadObject {
  const diagnostics: Diagnostic[] = [];
  const run = { report: (diagnostic: Diagnostic) => void diagnostics.push(diagnostic), defaults: new Map() };
  return { value: read(node, type, root(name, name, node.span, run)) as object | undefined, diagnostics };
}

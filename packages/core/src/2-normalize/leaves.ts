import type { Span } from "../source/source-file.ts";
import type { AnyBlock } from "./model.ts";
import { originsOf } from "./origin.ts";

/** A value of a block that has no typed fields inside, written or not. */
export interface Leaf {
  /** In the language's spelling, with the places in lists: `load_balancer ApiGateway.servers[2].weight`. */
  readonly path: string;
  readonly value: unknown;
  /** Where the value is written; absent for a default. */
  readonly span?: Span;
}

/** Every leaf of a block, in the order of the model. Values that were decided are no one's words and left out. */
export function leavesOf(block: AnyBlock): readonly Leaf[] {
  return inside(block);
}

function inside(container: object): readonly Leaf[] {
  const values = container as Readonly<Record<string, unknown>>;
  return Object.entries(originsOf(container) ?? {}).flatMap(([name, origin]): readonly Leaf[] => {
    if (name === "" || origin.kind === "decision") return [];
    const value = values[name];
    const deeper = typeof value === "object" && value !== null && originsOf(value) ? inside(value) : [];
    // A list of plain values is one value, whatever origins its items have.
    const isPlain = Array.isArray(value) && value.every((item) => typeof item !== "object");
    if (deeper.length > 0 && !isPlain) return deeper;
    return [{ path: origin.path, value, ...(origin.kind === "written" && { span: origin.span }) }];
  });
}

import type { BlockNode, FieldNode, Items, Name } from "./syntax.ts";

/** Items of a group, while they are being read. */
export interface Collected extends Items {
  readonly uses: Name[];
  readonly raws: FieldNode[];
  readonly constants: FieldNode[];
  readonly blocks: BlockNode[];
}

export function emptyItems(): Collected {
  return { uses: [], raws: [], constants: [], blocks: [] };
}

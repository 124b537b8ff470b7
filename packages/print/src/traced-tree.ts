import type { Traced } from "./origin.ts";
import type { Json } from "./tree.ts";

/** Free data of which every part knows where it came from. */
export interface TracedTree {
  /** What leads to it: `["location", "proxy_buffering"]`; of the whole, nothing. */
  readonly path: readonly string[];
  readonly value: Traced<Json>;
  /** What is in a group, or in a list that has groups in it. A value without parts is a leaf. */
  readonly parts?: readonly TracedTree[];
}

import type { AnyBlock } from "../2-normalize/model.ts";
import { originsOf, spanOf } from "../2-normalize/origin.ts";
import type { Span } from "../source/source-file.ts";

/** A text somewhere in a block. */
export interface PlacedText {
  readonly name: string;
  readonly value: string;
  readonly span: Span | undefined;
  /** Whether it is the value of an environment variable. */
  readonly isVariable: boolean;
}

/** Every text of a block, those of free JSON at the field that holds it. What is supplied is no text: only its name stands here. */
export function textsIn(block: AnyBlock): readonly PlacedText[] {
  return inside(block, spanOf(block), false);
}

function inside(container: object, around: Span | undefined, isVariable: boolean): readonly PlacedText[] {
  return Object.entries(container).flatMap(([name, value]: [string, unknown]): readonly PlacedText[] => {
    if (typeof value !== "string" && (typeof value !== "object" || value === null)) return [];
    if (typeof value === "object" && isReference(value)) return [];
    const span = originsOf(container) ? (spanOf(container, name) ?? around) : around;
    return typeof value === "string"
      ? [{ name, value, span, isVariable }]
      : inside(value, span, name === "environment");
  });
}

/** `env(...)` or `secret(...)`: unlike every group that is written, it has no origins of its own. */
function isReference(value: object): boolean {
  return !originsOf(value) && "from" in value && "name" in value;
}

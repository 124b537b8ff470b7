import type { AnyBlock } from "../2-normalize/model.ts";

/** An item of a block's `patterns`: a kind, or the name of a pattern, and perhaps whose. */
export interface Pattern {
  readonly pattern: string;
  readonly of?: string;
}

/** What a block says in `patterns`, whatever its kind. */
export function patternsOf(block: AnyBlock): readonly Pattern[] {
  const { patterns } = block as { readonly patterns?: unknown };
  return Array.isArray(patterns) ? patterns.filter(isPattern) : [];
}

function isPattern(item: unknown): item is Pattern {
  return typeof item === "object" && item !== null && "pattern" in item && typeof item.pattern === "string";
}

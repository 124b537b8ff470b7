import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { deprecatedUse } from "./expand/expand.ts";
import type { Component } from "./model.ts";
import { resolve, type NameIndex } from "./names.ts";
import { spanOf } from "./origin.ts";

/** Calls of components that are to go. */
export function deprecatedCalls(
  components: readonly Component[],
  deprecated: ReadonlyMap<string, string>,
  names: NameIndex,
): readonly Diagnostic[] {
  if (deprecated.size === 0) return [];
  return components.flatMap(({ facets }) =>
    facets.flatMap((block) => {
      const { calls } = block as { readonly calls?: unknown };
      if (!Array.isArray(calls)) return [];
      return calls.flatMap((reference: unknown, index) => {
        const [callee] = typeof reference === "string" ? resolve(reference, names) : [];
        const instead = callee === undefined ? undefined : deprecated.get(callee);
        return callee === undefined || instead === undefined
          ? []
          : [deprecatedUse(callee, instead, spanOf(calls, String(index)) ?? spanOf(block, "calls"))];
      });
    }),
  );
}

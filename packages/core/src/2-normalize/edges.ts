import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { modelProblems } from "../diagnostics/catalogue/model.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Host } from "../plugin/host.ts";
import type { AnyBlock, Component, Edge } from "./model.ts";
import { resolve, type NameIndex } from "./names.ts";
import { spanOf } from "./origin.ts";
import { decideOwners, unfollowedChoices, type Way } from "./owners.ts";

/** The declared calls, and one edge from anyone to each component that nobody is declared to call. */
export function findEdges(
  components: readonly Component[],
  names: NameIndex,
  host: Host,
  diagnostics: Diagnostic[],
): readonly Edge[] {
  const byName = new Map(components.map((one) => [one.name, one]));
  const ways: Way[] = [];
  const seen = new Set<string>();
  for (const caller of components) {
    for (const block of caller.facets) {
      for (const callee of calleesOf(block, names, diagnostics)) {
        const key = JSON.stringify([caller.name, callee]);
        if (seen.has(key)) continue;
        seen.add(key);
        ways.push({ from: block.kind === "load_balancer" ? "gateway" : "service", caller: caller.name, callee });
      }
    }
  }
  const called = new Set(ways.map((way) => way.callee));
  const uncalled = components.filter((one) => !called.has(one.name));
  const all: readonly Way[] = [...ways, ...uncalled.map((one): Way => ({ from: "anyone", callee: one.name }))];
  const edges = all.flatMap((way) => {
    const callee = byName.get(way.callee);
    const caller = way.caller === undefined ? undefined : byName.get(way.caller);
    return callee ? [decideOwners(way, caller, callee, host)] : [];
  });
  const incoming = Map.groupBy(edges, (edge) => edge.callee);
  for (const callee of components)
    diagnostics.push(...unfollowedChoices(callee, incoming.get(callee.name) ?? [], host));
  return edges;
}

function calleesOf(block: AnyBlock, names: NameIndex, diagnostics: Diagnostic[]): readonly string[] {
  const calls = (block as { readonly calls?: unknown }).calls;
  if (!Array.isArray(calls)) return [];
  return calls.flatMap((reference: unknown, index) => {
    if (typeof reference !== "string") return [];
    const span = spanOf(calls, String(index)) ?? spanOf(block, "calls");
    const found = resolve(reference, names);
    const [callee] = found;
    if (callee === undefined) {
      const near = suggest(reference, names.exact);
      const place =
        near === undefined
          ? {}
          : {
              label: `did you mean \`${near}\`?`,
              ...(span && { fixes: [{ title: `write \`${near}\``, edits: [{ span, text: JSON.stringify(near) }] }] }),
            };
      diagnostics.push(modelProblems.danglingReference({ name: reference }).at(span, place));
      return [];
    }
    if (found.length > 1) {
      const params = { name: reference, candidates: found.map((name) => `\`${name}\``).join(" or ") };
      diagnostics.push(modelProblems.ambiguousReference(params).at(span));
      return [];
    }
    if (callee === block.name) {
      diagnostics.push(modelProblems.callsItself({ name: callee }).at(span));
      return [];
    }
    return [callee];
  });
}

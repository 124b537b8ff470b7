import { phrases } from "../diagnostics/catalogue/phrases.ts";
import type { Diagnostic, Phrase } from "../diagnostics/diagnostic.ts";
import { modelProblems } from "../diagnostics/catalogue/model.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Host } from "../plugin/host.ts";
import { sameLayers, type Way } from "./layers.ts";
import type { Span } from "../source/source-file.ts";
import type { AnyBlock, Component, Edge } from "./model.ts";
import { resolve, type NameIndex } from "./names.ts";
import { spanOf } from "./origin.ts";
import { decideOwners, unfollowedChoices, type Decided } from "./owners.ts";
import { retriedTwice } from "./retried-twice.ts";

/** The declared calls, and one edge from anyone to each component that nobody is declared to call. */
export function findEdges(
  components: readonly Component[],
  names: NameIndex,
  host: Host,
  diagnostics: Diagnostic[],
): readonly Edge[] {
  const byName = new Map(components.map((one) => [one.name, one]));
  const declared = components.flatMap((caller) => waysFrom(caller, byName, names, diagnostics));
  const called = new Set(declared.map((way) => way.callee));
  const uncalled = components.filter((one) => !called.has(one));
  const ways: readonly Way[] = [...declared, ...uncalled.map((callee): Way => ({ from: "anyone", callee }))];
  const decided = ways.map((way): Decided => ({ way, edge: decideOwners(way, host) }));
  for (const [callee, incoming] of Map.groupBy(decided, ({ way }) => way.callee)) {
    diagnostics.push(...unfollowedChoices(callee, incoming, host));
    diagnostics.push(...retriedTwice(callee, incoming));
  }
  diagnostics.push(...sameLayers(ways, host.targets));
  return decided.map(({ edge }) => edge);
}

/** One way to each callee. Who passes requests on in a `load_balancer` is a gateway, whatever its other blocks say. */
function waysFrom(
  caller: Component,
  byName: ReadonlyMap<string, Component>,
  names: NameIndex,
  diagnostics: Diagnostic[],
): readonly Way[] {
  const ways = new Map<string, Way>();
  for (const block of caller.facets) {
    for (const { name, span } of calleesOf(block, names, diagnostics)) {
      // A callee whose blocks could not be read has been reported.
      const callee = byName.get(name);
      const from = block.kind === "load_balancer" ? "gateway" : "service";
      if (callee && (from === "gateway" || !ways.has(name))) ways.set(name, { from, caller, callee, span });
    }
  }
  return [...ways.values()];
}

interface Called {
  readonly name: string;
  readonly span: Span | undefined;
}

function calleesOf(block: AnyBlock, names: NameIndex, diagnostics: Diagnostic[]): readonly Called[] {
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
              label: phrases.didYouMean({ near }),
              ...(span && {
                fixes: [{ title: phrases.write({ text: near }), edits: [{ span, text: JSON.stringify(near) }] }],
              }),
            };
      diagnostics.push(modelProblems.danglingReference({ name: reference }).at(span, place));
      return [];
    }
    if (found.length > 1) {
      const names = found.map((name): Phrase | string => `\`${name}\``);
      const params = { name: reference, candidates: names.reduce((one, other) => phrases.or({ one, other })) };
      diagnostics.push(modelProblems.ambiguousReference(params).at(span));
      return [];
    }
    if (callee === block.name) {
      diagnostics.push(modelProblems.callsItself({ name: callee }).at(span));
      return [];
    }
    return [{ name: callee, span }];
  });
}

import type { Document } from "../1-parse/syntax.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../plugin/host.ts";
import { checkBlockTargets } from "./block-targets.ts";
import { joinComponents } from "./components.ts";
import { checkConfiguredNames } from "./configured-names.ts";
import { findEdges } from "./edges.ts";
import { addFromPlugins } from "./additions.ts";
import { instantiate } from "./instantiate.ts";
import { createModel, type Model } from "./model.ts";
import { indexNames } from "./names.ts";
import { checkReferences } from "./references.ts";
import { readDocuments } from "./documents.ts";
import { deprecatedCalls } from "./deprecated-calls.ts";
import type { Suppression } from "./expand/annotations.ts";
import { expand } from "./expand/expand.ts";

export interface Normalized {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
  /** What the model's authors accept. */
  readonly suppressions: readonly Suppression[];
}

/** Syntax to model: typed values with defaults, components joined by name, edges and their owners. */
export function normalize(documents: readonly Document[], host: Host): Normalized {
  const diagnostics: Diagnostic[] = [];
  const { documents: expanded, suppressions, deprecated } = expand(documents, host, diagnostics);
  const { blocks: read, unread } = readDocuments(expanded, host, diagnostics);
  const blocks = addFromPlugins(instantiate(read, host.kinds, diagnostics), host, diagnostics);
  const { components, standing } = joinComponents(blocks, host, diagnostics);
  const names = indexNames([...components.map((one) => one.name), ...unread]);
  const edges = findEdges(components, names, host, diagnostics);
  diagnostics.push(...checkConfiguredNames(host, names));
  diagnostics.push(...checkReferences(blocks, host.kinds, names));
  diagnostics.push(...checkBlockTargets(blocks, host));
  diagnostics.push(...deprecatedCalls(components, deprecated, names));
  const model = createModel({
    components: Object.freeze(components),
    blocks: Object.freeze(standing),
    edges: Object.freeze(edges),
  });
  return { model, diagnostics, suppressions };
}

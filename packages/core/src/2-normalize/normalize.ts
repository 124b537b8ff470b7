import type { Document } from "../1-parse/syntax.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../plugin/host.ts";
import { joinComponents } from "./components.ts";
import { checkConfiguredNames } from "./configured-names.ts";
import { findEdges } from "./edges.ts";
import { addFromPlugins } from "./additions.ts";
import { createModel, type Model } from "./model.ts";
import { indexNames } from "./names.ts";
import { readDocuments } from "./documents.ts";

export interface Normalized {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
}

/** Syntax to model: typed values with defaults, components joined by name, edges and their owners. */
export function normalize(documents: readonly Document[], host: Host): Normalized {
  const diagnostics: Diagnostic[] = [];
  const { blocks: read, unread } = readDocuments(documents, host, diagnostics);
  const blocks = addFromPlugins(read, host, diagnostics);
  const { components, standing } = joinComponents(blocks, host, diagnostics);
  const names = indexNames([...components.map((one) => one.name), ...unread]);
  const edges = findEdges(components, names, host, diagnostics);
  diagnostics.push(...checkConfiguredNames(host, names));
  const model = createModel({
    components: Object.freeze(components),
    blocks: Object.freeze(standing),
    edges: Object.freeze(edges),
  });
  return { model, diagnostics };
}

import { yaml, type TracedTree } from "@dpm/print";
import { rawProblems } from "../diagnostics/catalogue/raw.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../2-normalize/origin.ts";
import type { Ledger } from "./ledger.ts";

/** A raw value as a node of YAML or JSON; each leaf comes from where it is written. */
export function rawNode({ value, parts }: TracedTree): yaml.Node {
  if (!parts) return yaml.json(value);
  if (Array.isArray(value.value)) return yaml.list(parts.map(rawNode));
  return yaml.map(parts.map((one) => [one.path.at(-1) ?? "", rawNode(one)]));
}

/** dpm's node with a raw one over it, and a warning for everything of dpm's that it replaces. */
export interface WithRaw {
  readonly node: yaml.Node;
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts all of a raw value over what dpm writes: mappings are merged as deep as they go, everything else is replaced. */
export function overlayRaw(below: yaml.Node, raw: TracedTree, target: string, on: Ledger): WithRaw {
  const above = rawNode(on.raw(raw));
  const diagnostics = yaml.replaced(below, above).map(({ path, origins }) => {
    const problem = rawProblems.rawOverrides({ target, path: `\`${path.join(".")}\`` });
    on.replaced(origins as readonly Origin[], problem);
    return problem.at(spanOf(raw, path));
  });
  return { node: yaml.merged(below, above), diagnostics };
}

function spanOf(raw: TracedTree, path: readonly string[]): Diagnostic["span"] {
  const [next, ...rest] = path;
  const inner = raw.parts?.find((one) => one.path.at(-1) === next);
  if (next !== undefined && inner) return spanOf(inner, rest);
  const [origin] = raw.value.origins as readonly Origin[];
  return origin?.kind === "written" ? origin.key : undefined;
}

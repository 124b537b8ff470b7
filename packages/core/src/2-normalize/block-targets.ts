import { modelProblems } from "../diagnostics/catalogue/model.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Host } from "../plugin/host.ts";
import type { AnyBlock } from "./model.ts";
import { spanOf } from "./origin.ts";

/** A block's `targets` name configured ones: a misspelt name would leave the block out of everything in silence. */
export function checkBlockTargets(blocks: readonly AnyBlock[], { targets }: Host): readonly Diagnostic[] {
  const names = new Set(targets.map((target) => target.name));
  if (names.size === 0) return [];
  return blocks.flatMap(({ targets: wanted = [] }) =>
    wanted.flatMap((name, index) => {
      if (names.has(name)) return [];
      const near = suggest(name, names);
      const problem = modelProblems.targetNotConfigured({ target: name, near: near ?? "" });
      return [problem.at(spanOf(wanted, String(index)), { help: near === undefined ? "add" : "write" })];
    }),
  );
}

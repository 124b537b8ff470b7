import { overlayRaw, rawOf, type Diagnostic, type FaultTolerance } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Overlay } from "../render/application-yml.ts";
import type { Context } from "./guarded.ts";

/** What the users put over `application.yml`, from its root on; plain Java has no such file. */
export function rawProperties(
  blocks: readonly FaultTolerance[],
  { on, target }: Context,
): { readonly overlay: Overlay; readonly overridden: readonly Diagnostic[] } {
  const raws = blocks.flatMap((block) => rawOf(block, target.name) ?? []);
  const overridden: Diagnostic[] = [];
  if (target.options.style === "java") for (const raw of raws) on.rawImpossible(raw, problems.rawInJava());
  const overlay: Overlay = (file) =>
    raws.reduce((below, raw) => {
      const { node, diagnostics } = overlayRaw(below, raw, target.name, on);
      overridden.push(...diagnostics);
      return node;
    }, file);
  return { overlay, overridden };
}

import type { Model, SourceFile } from "@dpm/core";
import { styles } from "./terminal/output.ts";

/** Everything that was read: `order.dpm · 3 components · 5 blocks`. */
export function headline(
  { input }: { readonly input?: { readonly sources: readonly SourceFile[] } },
  model: Model,
): string {
  const files = (input?.sources ?? []).map((one) => one.name);
  const named = files.length <= 3 ? files.join(", ") : counted(files.length, "file");
  const blocks = model.components.reduce((sum, one) => sum + one.facets.length, model.blocks.length);
  return [styles.bold(named), counted(model.components.length, "component"), counted(blocks, "block")].join(" · ");
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

import type { Model, SourceFile } from "@dpm/core";
import { words } from "./language.ts";
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

type Noun =
  | "value"
  | "known finding"
  | "warning"
  | "file"
  | "more file"
  | "component"
  | "block"
  | "field"
  | "call"
  | "request"
  | "caller";

/** `1 file`, `3 files`. */
export function counted(n: number, noun: Noun): string {
  const one = {
    file: words.oneFile,
    "more file": words.oneMoreFile,
    component: words.oneComponent,
    block: words.oneBlock,
    field: words.oneField,
    call: words.oneCall,
    request: words.oneRequest,
    caller: words.oneCaller,
    value: words.oneValue,
    "known finding": words.oneKnownFinding,
    warning: words.oneWarning,
  };
  const many = {
    file: words.files,
    "more file": words.moreFiles,
    component: words.components,
    block: words.blocks,
    field: words.fields,
    call: words.calls,
    request: words.requests,
    caller: words.callers,
    value: words.values,
    "known finding": words.knownFindings,
    warning: words.warnings,
  };
  return n === 1 ? one[noun]() : many[noun]({ n });
}

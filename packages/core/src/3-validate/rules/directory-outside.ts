import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import type { AnyBlock } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { blockRule } from "../rule.ts";

/** Where code goes is a folder below the configuration's: relative, and without a step up that leaves it. */
export const directoryOutside = blockRule("directory-outside", (block) => {
  const output = outputOf(block);
  if (!output || isInside(output.directory)) return;
  return kindProblems.directoryOutside({ directory: output.directory }).at(spanOf(output, "directory"));
});

interface Output {
  readonly directory: string;
}

function outputOf(block: AnyBlock): Output | undefined {
  const { output } = block as { readonly output?: Partial<Output> };
  return typeof output?.directory === "string" ? (output as Output) : undefined;
}

function isInside(directory: string): boolean {
  if (/^(?:[/\\]|[A-Za-z]:)/.test(directory)) return false;
  let depth = 0;
  for (const step of directory.split(/[/\\]/)) {
    depth += step === ".." ? -1 : step === "" || step === "." ? 0 : 1;
    if (depth < 0) return false;
  }
  return true;
}

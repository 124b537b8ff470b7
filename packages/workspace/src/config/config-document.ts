import type { Diagnostic, SourceFile, ValueNode } from "@dpm/core";

/** A configuration as syntax, so that it is read as blocks are and every mistake has its place. */
export interface ConfigDocument {
  /** Named from the project's folder. */
  readonly source: SourceFile;
  /** Absent when it cannot be understood; `diagnostics` say why. */
  readonly node?: ValueNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** Deeper nesting is refused: no configuration needs it, and it would exhaust the stack. */
export const deepest = 64;

/** So many values may a configuration have once its aliases are filled in: what an alias bomb would exceed. */
export const most = 10_000;

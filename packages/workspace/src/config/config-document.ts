import type { Diagnostic, SourceFile, ValueNode } from "@dpm/core";

/** A configuration as syntax, so that it is read as blocks are and every mistake has its place. */
export interface ConfigDocument {
  /** Named from the project's folder. The text is empty for a module: its values have no places. */
  readonly source: SourceFile;
  /** Absent when it cannot be understood; `diagnostics` say why. */
  readonly node?: ValueNode;
  /** The values of a module as they are, since they may be no data. */
  readonly value?: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** Deeper nesting is refused: no configuration needs it, and it would exhaust the stack. */
export const deepest = 64;

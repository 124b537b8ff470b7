import type { SyntaxTokenType } from "@dpm/core";

/** What may stand between any two tokens: said to the reader, or of what follows. */
export interface Margin {
  readonly type: "doc" | "line" | "block" | "annotation" | "import";
  readonly text: string;
  /** Line breaks between it and what stands before it. */
  readonly lines: number;
}

/** A token, and what stands before it. */
export interface Leaf {
  readonly type: SyntaxTokenType | "end";
  readonly text: string;
  readonly before: readonly Margin[];
  /** Line breaks right before it. */
  readonly lines: number;
  readonly start: number;
  readonly end: number;
}

/** One thing of a file, a group or a list, with the comments that belong to it. */
export interface Entry {
  readonly type: "block" | "field" | "value" | "import" | "comma";
  /** What stands before it, on its line or on lines of its own. */
  readonly leading: readonly Margin[];
  /** Line breaks between the entry before and the first thing of this one. */
  readonly lines: number;
  /** Its tokens up to a colon or a brace. What stands before the first is `leading`. */
  readonly head: readonly Leaf[];
  readonly colon?: Leaf;
  readonly value?: Value;
  /** What stands behind it on its last line. */
  readonly trailing: readonly Margin[];
}

/** The entries between two ends. */
export interface Body {
  /** What stands behind the opening brace on its line. */
  readonly opening: readonly Margin[];
  readonly entries: readonly Entry[];
  /** What stands on lines of its own behind the last entry. */
  readonly dangling: readonly Margin[];
  /** Whether a line break follows the opening brace. */
  readonly isExpanded: boolean;
  readonly close: Leaf;
}

/** `{ ... }` or `[ ... ]`. */
export interface Group extends Body {
  readonly open: Leaf;
}

export type Value = Leaf | Group;

/** A file, with the text that it was read from. */
export interface Tree extends Body {
  readonly type: "file";
  readonly source: string;
}

export function isGroup(value: Value): value is Group {
  return "open" in value;
}

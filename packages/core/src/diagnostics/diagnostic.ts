import type { Span } from "../source/source-file.ts";

/** Errors stop the writing, warnings are shown, notes are counted. */
export type Severity = "error" | "warning" | "note";

/** What a message is filled with. Raw values, so that another language can say them. */
export type Params = Readonly<Record<string, string | number | readonly string[]>>;

/** A change that repairs the source: all edits together. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

/** A fact without a place: what a verdict of a target gives as its reason. */
export interface Reason {
  readonly code: string;
  readonly message: string;
  readonly params: Params;
}

/** One finding: what is wrong, where, what was expected and how to mend it. */
export interface Diagnostic extends Reason {
  readonly severity: Severity;
  readonly help?: string;
  /** The smallest token that must change; absent only where no file is concerned. */
  readonly span?: Span;
  /** What the caret's line says, for example `did you mean `retry`?`. */
  readonly label?: string;
  readonly related?: readonly { readonly message: string; readonly span: Span }[];
  readonly fixes?: readonly Fix[];
}

import type { Span } from "../source/source-file.ts";

/** Errors stop the writing, warnings are shown, notes are counted. */
export type Severity = "error" | "warning" | "note";

/** What a message is filled with. Raw values and phrases, so that another language can say them. */
export type Params = Readonly<Record<string, Param>>;
export type Param = string | number | Phrase | readonly (string | Phrase)[];

/** A text of a catalogue, filled: a message, or what stands in one or beside it. */
export interface Phrase {
  readonly code: string;
  readonly message: string;
  readonly params: Params;
}

/** A change that repairs the source: all edits together. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

/** A fact without a place: what a verdict of a target gives as its reason. */
export type Reason = Phrase;

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
  /** Which texts stand beside the message, so that another language can say them. JSON does not see it. */
  readonly [told]?: Told;
}

export const told: unique symbol = Symbol("told");

/** The name of the help in its entry, or the help itself, and the phrases of what else is said. */
export interface Told {
  readonly help?: string | Phrase | undefined;
  readonly label?: Phrase | undefined;
  readonly related: readonly (Phrase | undefined)[];
  readonly fixes: readonly (Phrase | undefined)[];
}

/** One text that dpm reads, named as the user knows it: a path relative to the project, with `/`. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** A range of UTF-16 offsets in one source file; `end` is exclusive. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** For a `$name`: where the value stands that it stands for. */
  readonly definition?: Span;
}

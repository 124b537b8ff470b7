import { parseProblems } from "../diagnostics/catalogue/parse.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { endOf, type Token } from "./tokens.ts";

/** Beyond this many a file is hardly a model, and each diagnostic costs memory. */
const limit = 10_000;

/** Collects the mistakes of one file. */
export interface Mistakes {
  readonly file: SourceFile;
  readonly list: readonly Diagnostic[];
  readonly report: (diagnostic: Diagnostic) => void;
  readonly span: (start: number, end: number) => Span;
  readonly spanOf: (token: Token) => Span;
}

export function collectMistakes(file: SourceFile): Mistakes {
  const list: Diagnostic[] = [];
  const span = (start: number, end: number): Span => ({ file: file.name, start, end });
  return {
    file,
    list,
    span,
    spanOf: (token) => span(token.startOffset, endOf(token)),
    report: (diagnostic) => {
      if (list.length < limit) list.push(diagnostic);
      else if (list.length === limit) list.push(parseProblems.tooManyMistakes({ limit }).at(diagnostic.span));
    },
  };
}

/** A piece of the source as a message quotes it: short, however long it is. */
export function quoted(image: string): string {
  return `\`${clipped(image)}\``;
}

export function clipped(image: string): string {
  return image.length <= 40 ? image : `${image.slice(0, 37).toWellFormed()}...`;
}

/** A character, with its code point where the eye could mistake it. */
export function describeCharacter(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  if (code > 32 && code < 127) return `\`${char}\``;
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(char) ? `\`${char}\` (${name})` : name;
}

import type { Token } from "../tokens.ts";

/** Reads a part of the text once more, from one offset to another. */
export type Lex = (from: number, to: number) => Token[];

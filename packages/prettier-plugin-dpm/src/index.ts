/** A plugin of Prettier: how `.dpm` files are read and written. */
import { createSyntaxReader } from "@dpm/core";
import type { Options, Parser, Printer, SupportLanguage } from "prettier";
import { mistakeOf } from "./mistake.ts";
import { printTree } from "./print-tree.ts";
import { readTree } from "./read-tree.ts";
import type { Tree } from "./tree.ts";

export const languages: SupportLanguage[] = [
  { name: "dpm", parsers: ["dpm"], extensions: [".dpm"], vscodeLanguageIds: ["dpm"] },
];

export const defaultOptions: Options = { printWidth: 100, tabWidth: 2 };

const read = createSyntaxReader();

/** Throws a syntax error with its place where the text has a mistake: what cannot be read is not formatted. */
function parse(text: string): Tree {
  const { tokens, diagnostics } = read({ name: "", text });
  const wrong = diagnostics.find(({ severity }) => severity === "error");
  if (wrong) throw mistakeOf(wrong, text);
  return readTree(text, tokens);
}

const parser: Parser<Tree> = {
  parse,
  astFormat: "dpm",
  locStart: () => 0,
  locEnd: ({ source }) => source.length,
};

/** Comments are in the tree, where they stand: Prettier has none to attach, and nothing to look for. */
const printer: Printer<Tree> = {
  print: ({ node }) => printTree(node),
  getVisitorKeys: () => [],
};

export const parsers: Record<"dpm", Parser<Tree>> = { dpm: parser };
export const printers: Record<"dpm", Printer<Tree>> = { dpm: printer };

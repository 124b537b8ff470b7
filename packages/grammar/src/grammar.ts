import type { BlockKind } from "@dpm/core";
import { blockRules, itemRules } from "./items.ts";
import { include, type Grammar } from "./pattern.ts";
import { valueRules } from "./values.ts";
import { vocabularyOf } from "./vocabulary.ts";

/**
 * The TextMate grammar of the language for these kinds: a kind, a key or a value that one of them declares is coloured
 * as known, any other as a name. What the language has no token for is `invalid.illegal.stray`.
 */
export function grammar(kinds: readonly BlockKind[]): Grammar {
  const vocabulary = vocabularyOf(kinds);
  return {
    $schema: "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
    name: "dpm",
    scopeName: "source.dpm",
    fileTypes: ["dpm"],
    patterns: include("comment", "annotation", "import", "let", "environment", "template", "loose", "block", "stray"),
    repository: { ...valueRules(vocabulary), ...itemRules(vocabulary), ...blockRules(vocabulary) },
  };
}

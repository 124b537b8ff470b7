import { blanks, include, naming, scope, scopes, text, word, wordOf, type Pattern } from "./pattern.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What stands in a group: fields, and the words that are no fields. */
export function itemRules({ keys }: Vocabulary): Readonly<Record<string, Pattern>> {
  return {
    items: {
      patterns: include("comment", "annotation", "let", "use", "raw", "key", "colon", "comma", "value", "stray"),
    },
    group: { name: "meta.group.dpm", ...braces, patterns: include("items") },
    annotation: {
      patterns: [
        {
          name: "meta.annotation.dpm",
          begin: `(@)(${word})${blanks}*(\\()`,
          beginCaptures: scopes(...annotationName, "punctuation.section.parens.begin"),
          end: "\\)",
          endCaptures: { 0: scope("punctuation.section.parens.end") },
          patterns: include("string", "comma"),
        },
        { name: "meta.annotation.dpm", match: `(@)(${word})`, captures: scopes(...annotationName) },
      ],
    },
    let: {
      name: "meta.constant.dpm",
      begin: `\\b(let)${blanks}+(${word})${blanks}*(:)`,
      beginCaptures: scopes("keyword.other.let", "variable.other.constant", "punctuation.separator.key-value"),
      // Behind the one value that it takes, wherever that stands; no value ends as a comment does.
      end: "(?<=[^\\s/])(?!\\G)",
      patterns: include("value"),
    },
    use: {
      match: `\\b(use)${blanks}+(${word})(?!${blanks}*[:{=(\\[]|[\\w-])`,
      captures: scopes("keyword.other.use", "entity.name.function.template"),
    },
    raw: {
      match: `\\b(raw)${blanks}+(${word})(?=${blanks}*\\{)`,
      captures: scopes("keyword.other.raw", "entity.name.namespace.target"),
    },
    key: {
      patterns: [
        { name: "support.type.property-name.dpm", match: `${wordOf(keys)}${beforeValue}` },
        { name: "variable.other.property.dpm", match: `${word}${beforeValue}` },
        { name: "string.quoted.double.dpm variable.other.property.dpm", match: `${text}${beforeValue}` },
      ],
    },
  };
}

/** What a file and an environment are made of: blocks, with their kinds and names. */
export function blockRules({ kinds }: Vocabulary): Readonly<Record<string, Pattern>> {
  return {
    import: {
      name: "meta.import.dpm",
      begin: `\\b(import)(?=${blanks}+")`,
      beginCaptures: scopes("keyword.control.import"),
      end: '(?<=")|$',
      patterns: include("string"),
    },
    environment: {
      name: "meta.environment.dpm",
      ...headed(wordOf(["env"]), "keyword.other.env"),
      patterns: [
        ...include("comment"),
        { name: "meta.group.dpm", ...braces, patterns: include(...apart, "let", "block", "loose", "stray") },
        name("entity.name.namespace.environment"),
      ],
    },
    template: {
      name: "meta.template.dpm",
      ...headed(wordOf(["template"]), "keyword.other.template"),
      patterns: [...include("comment", "group"), name("entity.name.function.template")],
    },
    // The value of a constant that a comment parts from its colon.
    loose: { patterns: include("call", "string", "number", "constant", "list", "group") },
    block: {
      patterns: [blockNamed(wordOf(kinds), "storage.type.kind"), blockNamed(word, "storage.type.kind.other")],
    },
  };
}

const annotationName = ["punctuation.definition.annotation", "entity.name.function.annotation"] as const;
const apart = ["comment", "annotation", "comma"] as const;
const beforeValue = "(?=\\s*[:{])";

const braces = {
  begin: "\\{",
  beginCaptures: { 0: scope("punctuation.section.group.begin") },
  end: "\\}",
  endCaptures: { 0: scope("punctuation.section.group.end") },
} as const;

function blockNamed(kind: string, scopeName: string): Pattern {
  return {
    name: "meta.block.dpm",
    ...headed(kind, scopeName),
    patterns: [...include("comment", "group"), name("entity.name.type.component")],
  };
}

/** From a word that a name and a group follow, each perhaps on a line of its own. */
function headed(first: string, firstScope: string): Pattern {
  return { begin: first, beginCaptures: { 0: scope(firstScope) }, end: "(?<=\\})" };
}

function name(scopeName: string): Pattern {
  return { ...scope(scopeName), match: naming };
}

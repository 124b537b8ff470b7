import { anyBlank, blanks, include, scope, scopes, word, wordOf, type Pattern } from "./pattern.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Everything that may stand as a value, and the comments that may stand anywhere. */
export function valueRules({ values }: Vocabulary): Readonly<Record<string, Pattern>> {
  // Digits are numbers already, so they are no words of an enumeration here.
  const known = wordOf(values.filter((value) => /^[A-Za-z_]/.test(value)));
  return {
    value: {
      patterns: include(
        "comment",
        "call",
        "string",
        "number",
        "language",
        "known",
        "constant",
        "word",
        "list",
        "group",
      ),
    },
    comment: {
      patterns: [
        { name: "comment.line.documentation.dpm", match: "///(?!/).*$" },
        { name: "comment.line.double-slash.dpm", match: "//.*$" },
        { name: "comment.block.dpm", begin: "/\\*", end: "\\*/" },
      ],
    },
    call: {
      name: "meta.function-call.dpm",
      begin: `\\b(env|secret)(\\()(?=${blanks}*")`,
      beginCaptures: scopes("support.function", "punctuation.section.parens.begin"),
      end: "\\)|$",
      endCaptures: { 0: scope("punctuation.section.parens.end") },
      patterns: include("string"),
    },
    string: { patterns: [quotedValue(known), quantity, plainString] },
    number: {
      match: "-?\\d[\\w-]*(?:[.%+][\\w-]*)*",
      name: "constant.numeric.dpm",
      captures: { 0: { patterns: [exponent, unit] } },
    },
    language: {
      patterns: [
        { name: "constant.language.boolean.dpm", match: wordOf(["true", "false"]) },
        { name: "constant.language.null.dpm", match: wordOf(["null"]) },
      ],
    },
    known: { name: "support.constant.value.dpm", match: known },
    constant: {
      match: `(\\$)(${word})`,
      captures: scopes("punctuation.definition.variable", "variable.other.constant"),
    },
    word: { name: "variable.other.name.dpm", match: word },
    list: {
      name: "meta.list.dpm",
      begin: "\\[",
      beginCaptures: { 0: scope("punctuation.section.list.begin") },
      end: "\\]",
      endCaptures: { 0: scope("punctuation.section.list.end") },
      patterns: include("value", "comma", "stray"),
    },
    comma: { name: "punctuation.separator.comma.dpm", match: "," },
    colon: { name: "punctuation.separator.key-value.dpm", match: ":" },
    stray: { name: "invalid.illegal.stray.dpm", match: `[^${anyBlank}{}\\[\\],:"]+` },
  };
}

const begin = scope("punctuation.definition.string.begin");
const end = scope("punctuation.definition.string.end");

/** A value of an enumeration in quotes, as the draft writes it. */
function quotedValue(known: string): Pattern {
  return {
    name: "string.quoted.double.dpm",
    match: `(")(${known})(")`,
    captures: { 1: begin, 2: scope("support.constant.value"), 3: end },
  };
}

const unit: Pattern = { name: "keyword.other.unit.dpm", match: "(?<=[\\d ])(?:[A-Za-zµμ]+(?:/[smh])?|/[smh])|%" };
// Its letter is no unit.
const exponent: Pattern = { match: "[eE][+-]?\\d+" };

/** A number with its unit in quotes: `"100ms"`, `"1h30m"`, `"50%"`, `"1000 req/s"`, `"128Mi"`. */
const quantity: Pattern = {
  name: "string.quoted.double.dpm",
  match:
    '(")((?:\\d+(?:\\.\\d+)?(?: ?(?:us|µs|μs|ms|s|m|h|d|w))+)+|\\d+(?:\\.\\d+)? ?(?:%|[KMGT]i?B?|[kmgt]?[bB]|(?:req|r)?/[smh]|rp[smh]))(")',
  captures: { 1: begin, 2: { name: "constant.numeric.dpm", patterns: [unit] }, 3: end },
};

const plainString: Pattern = {
  name: "string.quoted.double.dpm",
  begin: '"',
  beginCaptures: { 0: begin },
  end: '"|$',
  endCaptures: { 0: end },
  patterns: [
    { name: "constant.character.escape.dpm", match: '\\\\(?:["\\\\/bfnrt]|u[0-9A-Fa-f]{4}|u\\{[0-9A-Fa-f]{1,6}\\})' },
    { name: "invalid.illegal.escape.dpm", match: "\\\\." },
  ],
};

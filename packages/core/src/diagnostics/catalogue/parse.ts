import { defineDiagnostics } from "../define.ts";
import { definePhrases } from "../phrases.ts";

/** What can be wrong with a text, whatever its blocks mean. */
export const parseProblems = defineDiagnostics("core", {
  "unexpected-token": {
    severity: "error",
    message: "{found} cannot stand here; expected {expected}",
  },
  "unexpected-character": {
    severity: "error",
    message: "{found} has no meaning in dpm",
    help: "remove it, or put the text that it belongs to in double quotes",
  },
  "unquoted-text": {
    severity: "error",
    message: "`{text}` needs quotes, for it is no {kind}",
    help: "put it in double quotes",
  },
  "wrong-quotes": {
    severity: "error",
    message: "strings stand in double quotes, no others",
    help: 'write `"` before and after the text',
  },
  "missing-brace": {
    severity: "error",
    message: "`{brace}` is missing {where}",
    help: "write the `{brace}`",
  },
  "missing-bracket": {
    severity: "error",
    message: "`{bracket}` is missing {where}",
    help: "write the `{bracket}`",
  },
  "extra-brace": {
    severity: "error",
    message: "this `{brace}` closes {what}",
    help: "remove it, or write the brace that it is meant to close",
  },
  "nested-block": {
    severity: "error",
    message: "`{block}` stands inside `{outer}`; a block stands on its own",
    help: "move `{block}` out of `{outer}`",
  },
  "missing-name": {
    severity: "error",
    message: "this `{kind}` block has no name",
    help: "write the component's name after `{kind}`, for example `{kind} OrderService`",
  },
  "missing-colon": {
    severity: "error",
    message: "`:` is missing after `{key}`",
    help: "write `{key}:`",
  },
  "missing-value": {
    severity: "error",
    message: "`{key}` has no value",
    help: "write a value after `{key}:`, or remove the field",
  },
  "missing-comma": {
    severity: "error",
    message: "two items of a list on one line need a comma between them",
    help: "write a comma before this item",
  },
  "unterminated-string": {
    severity: "error",
    message: "a string is not closed on its line",
    help: 'write the missing `"`; a line break inside a string is written `\\n`',
  },
  "unterminated-comment": {
    severity: "error",
    message: "a comment is not closed, so the rest of the file belongs to it",
    help: "write `*/` where the comment ends",
  },
  "bad-escape": {
    severity: "error",
    message: "`{escape}` is no escape sequence",
    help: 'write `\\\\` for a backslash; the others are \\" \\/ \\b \\f \\n \\r \\t \\uXXXX, and \\u with up to six digits in braces',
  },
  "half-character": {
    severity: "error",
    message: "this string contains half of a character ({found})",
    help: "write the character again, or its escape sequence",
  },
  "nesting-too-deep": {
    severity: "error",
    message: "more than {limit} levels of braces and brackets",
    help: "flatten the value; nothing in dpm nests deeper",
  },
  "too-many-mistakes": {
    severity: "error",
    message: "the first {limit} mistakes of this file are reported, the others are not",
    help: "mend these first; is this a dpm file?",
  },
});

/** What stands in these messages, and beside them. */
export const parsePhrases = definePhrases("core", {
  // What was expected, and what was found
  "the-end": "the end of the file",
  "a-block": "a block such as `load_balancer ApiGateway { ... }`",
  "the-name": "the block's name",
  "a-brace": "`{brace}`",
  "unquoted-kind": "a kind without quotes",
  "a-value": "a value",
  "a-field": "a field or `}`",
  "an-item": "an item or `]`",
  "item-braces": "braces around the fields of an item",
  "single-word": "single word",
  "word-or-number": "word or number",
  // Where something is missing, and what it closes
  "at-the-end": "at the end of the file",
  before: "before `{what}`",
  after: "after `{what}`",
  nothing: "nothing",
  "too-early": "`{block}` too early",
  // Labels and what is related
  "file-ends": "the file ends here",
  "block-begins": "a new block begins here",
  "not-closed": "this `{open}` is not closed",
  "closed-by-it": "this `{open}` is closed by it",
  "still-open": "this block is still open",
  "expected-before": "expected `{closer}` before this",
  "expected-after": "expected `{brace}` after this",
  "comes-after": "this field comes after it",
  "opening-missing": "its opening quote is missing",
  "closing-missing": "its closing quote is missing",
  // Fixes
  "double-quotes": "use double quotes",
  "put-in-quotes": "put it in quotes",
  "write-opening": 'write the opening `"`',
  "write-closing": 'write the closing `"`',
  "remove-comma": "remove the comma",
  "write-backslash": "write a backslash",
  "write-comma": "write a comma",
});

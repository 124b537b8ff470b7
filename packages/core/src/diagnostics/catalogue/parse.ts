import { defineDiagnostics } from "../define.ts";

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

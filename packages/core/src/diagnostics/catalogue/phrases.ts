import { definePhrases } from "../phrases.ts";

/** What stands in dpm's messages and beside them. */
export const phrases = definePhrases("core", {
  /** Between the items of a list. */
  comma: ", ",
  semicolon: "; ",
  // Around diagnostics
  error: "error",
  warning: "warning",
  note: "note",
  help: "help:",
  "one-error": "1 error",
  errors: "{n} errors",
  "one-warning": "1 warning",
  warnings: "{n} warnings",
  "one-note": "1 note",
  notes: "{n} notes",
  "one-file": "1 file",
  files: "{n} files",
  found: "{found}",
  "found-in": "{found} in {place}",
  "not-all-shown": "{counts}, {left} of them not shown",
  "notes-not-shown": "{notes} not shown",
});

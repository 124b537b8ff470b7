import { defineDiagnostics } from "../define.ts";
import { definePhrases } from "../phrases.ts";

/** What stands in these messages and beside them. */
export const languagePhrases = definePhrases("core", {
  constant: "the constant `{name}`",
  template: "the template `{name}`",
  "environment-block": "the block `{kind} {name}` of this environment",
  "the-error": "the error",
  "item-field": "the field `{name}`",
  "item-use": "`use {name}`",
  "item-raw": "`raw {name}`",
  "item-let": "`let {name}`",
  "item-deprecated": "`@deprecated`",
  "item-annotation": "`@{name}`",
  "before-nothing": "where no block or field follows it",
  "in-block": "in a block",
  "in-group": "in a group of fields",
  "in-environment": "directly in `env {name}`",
  "before-field": "before a field",
  "variable-name": "the name of a variable such as `DATABASE_URL`",
  "store-and-key": "a store and a key such as `database/password`",
});

/** What can be wrong with imports, constants, templates, environments and annotations. */
export const languageProblems = defineDiagnostics("core", {
  "duplicate-definition": {
    severity: "error",
    message: "{what} is declared twice",
    help: "keep one of them, or rename one",
  },
  "unknown-constant": {
    severity: "error",
    message: "there is no constant `{name}`",
    help: "declare it: `let {name}: ...`, outside of all blocks",
  },
  "constant-cycle": {
    severity: "error",
    message: "the constants stand for each other: {names}",
    help: "write a value for one of them",
  },
  "unknown-template": {
    severity: "error",
    message: "there is no template `{name}`",
    help: "declare a `template {name}` block, or use one that exists",
  },
  "template-cycle": {
    severity: "error",
    message: "the templates use each other: {names}",
    help: "remove one of the `use` lines",
  },
  "unknown-environment": {
    severity: "error",
    message: "there is no environment `{name}`",
    help: {
      none: "declare an `env {name}` block, or choose none",
      known: "choose one of {known}",
      near: "choose `{near}`, or another of {known}",
    },
  },
  misplaced: {
    severity: "error",
    message: "{what} has no meaning {where}",
    help: "move it: `let` stands outside of blocks or in an environment, `raw` directly in a block, fields in blocks",
  },
  "unknown-annotation": {
    severity: "error",
    message: "there is no annotation `@{name}`",
    help: "use `@suppress` or `@deprecated`",
  },
  "annotation-form": {
    severity: "error",
    message: "`@{name}` is written in another way",
    help: "write `{form}`",
  },
  "suppression-reason": {
    severity: "error",
    message: "a suppression says why",
    help: "write the reason as the second text",
  },
  "suppression-unknown": {
    severity: "warning",
    message: "there is no diagnostic `{code}`, so nothing is suppressed",
    help: "write the code as the finding shows it",
  },
  "suppression-of-error": {
    severity: "warning",
    message: "`{code}` is an error here, which cannot be suppressed",
    help: "mend the error, and remove the suppression",
  },
  "suppression-unused": {
    severity: "warning",
    message: "nothing here is found by `{code}`, so nothing is suppressed",
    help: "remove the suppression",
  },
  "deprecated-use": {
    severity: "warning",
    message: "`{name}` is deprecated",
    help: { plain: "use something else", instead: "use something else: {instead}" },
  },
  "import-missing": {
    severity: "error",
    message: "there is no file `{path}` among the sources",
    help: "write the path as seen from the file that imports it",
  },
  "import-late": {
    severity: "error",
    message: "an import stands inside a block",
    help: "move it before the first block",
  },
});

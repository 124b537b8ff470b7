import { defineDiagnostics } from "@dpm/core";

/** What can be wrong with a command's own arguments. */
export const problems = defineDiagnostics("cli", {
  usage: { severity: "error", message: "{problem}", help: "run `{command}` to see what can be written" },
  "unknown-component": {
    severity: "error",
    message: "there is no component `{name}`",
    help: "name one of: {components}",
  },
  "no-policy": {
    severity: "error",
    message: "no component has a `fault_tolerance` block, so there is nothing to play",
    help: "add `fault_tolerance <name> { ... }` to the model",
  },
  "which-component": {
    severity: "error",
    message: "several components have a `fault_tolerance` block",
    help: "name one of: {components}",
  },
  "bad-scenario": {
    severity: "error",
    message: "`{option}` makes no sense: {problem}",
    help: "run `dpm help simulate` to see what can be written",
  },
  "script-unreadable": {
    severity: "error",
    message: "the script `{path}` cannot be read: {reason}",
    help: "name a JSON file with a list of outcomes",
  },
  "unknown-output": {
    severity: "error",
    message: "no target makes a file `{path}`",
    help: "name a file below `{out}`, for example {example}",
  },
  "no-line": {
    severity: "error",
    message: "`{path}` has {count} lines, there is no line {line}",
    help: "name a line from 1 to {count}",
  },
  "not-as-generated": {
    severity: "warning",
    message: "`{path}` on disk is not what would be generated now; this is about what would be",
    help: "run `dpm generate`",
  },
  "unknown-code": {
    severity: "error",
    message: "there is no diagnostic `{code}`",
    help: "write a code as a diagnostic shows it, such as `core/dead-attempt`, or a kind of block",
  },
  "unknown-kind": {
    severity: "error",
    message: "there is no kind of block `{kind}`",
    help: { near: "write `{near}` if that is meant", any: "name one of: {kinds}" },
  },
  "unknown-field": {
    severity: "error",
    message: "`{container}` has no field `{field}`",
    help: {
      near: "write `{near}` if that is meant",
      any: "name one of: {fields}",
      none: "ask for `{container}`: it has no fields",
    },
  },
  "exists-already": {
    severity: "error",
    message: "`{path}` exists already; nothing was written",
    help: "run `dpm init` in another folder, or remove the file",
  },
  "bad-name": {
    severity: "error",
    message: "`{name}` cannot be a component's name",
    help: "use letters, digits, `_`, `-` and `.`, beginning with a letter",
  },
  "not-formatted": {
    severity: "error",
    message: "{count} of {total} files are not as `dpm format` writes them: {files}",
    help: "run `dpm format`",
  },
  "could-not-write": {
    severity: "error",
    message: "`{path}` could not be written: {reason}",
    help: "make room or grant the permission, and run again",
  },
});

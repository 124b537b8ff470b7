import { defineDiagnostics } from "../define.ts";

/** What can be wrong with plugins and what they do. */
export const pluginProblems = defineDiagnostics("core", {
  "api-mismatch": {
    severity: "error",
    message: "plugin `{plugin}` speaks version {found} of the plugin contract, this dpm speaks {expected}",
    help: "install a version of `{plugin}` that is made for this dpm, or the dpm that it is made for",
  },
  "duplicate-kind": {
    severity: "error",
    message: "block kind `{kind}` is declared by `{first}` and by `{second}`",
    help: "remove one of the two plugins from the configuration",
  },
  "duplicate-target": {
    severity: "error",
    message: "target `{target}` is configured twice",
    help: "remove one of the two",
  },
  "duplicate-plugin": {
    severity: "error",
    message: "two different plugins are called `{plugin}`",
    help: "remove one of the two from the configuration",
  },
  "no-version": {
    severity: "error",
    message: "`{text}` is no version of `{target}`",
    help: "write a version such as `{example}`, or a range such as `>={example}`",
  },
  "plugin-crashed": {
    severity: "error",
    message: "plugin `{plugin}` failed in stage {stage}: {problem}",
    help: "report this to the author of `{plugin}`: it is a bug there, not in your model",
  },
  "normalize-conflict": {
    severity: "error",
    message: "plugin `{plugin}` adds `{field}` to {block}, which has it already",
    help: "report this to the author of `{plugin}`: it is a bug there, not in your model",
  },
  "normalize-foreign": {
    severity: "error",
    message: "plugin `{plugin}` adds to {block}, a block of a kind that is not its own",
    help: "report this to the author of `{plugin}`: it is a bug there, not in your model",
  },
  "normalize-strange": {
    severity: "error",
    message: "plugin `{plugin}` adds `{field}` to {block}, which is no JSON value",
    help: "report this to the author of `{plugin}`: it is a bug there, not in your model",
  },
  "same-path": {
    severity: "error",
    message: "target `{target}` makes two files `{path}`",
    help: "rename one of the components that both stand for",
  },
  "verdict-missing": {
    severity: "error",
    message: "target `{target}` says nothing about {field}",
    help: "report this to the author of `{target}`: it is a bug there, not in your model",
  },
  "verdict-undeclared": {
    severity: "error",
    message: "target `{target}` says `{verdict}` of {field}, which its support table does not declare",
    help: "report this to the author of `{target}`: it is a bug there, not in your model",
  },
  "origin-lost": {
    severity: "error",
    message: "target `{target}` says `{verdict}` of {field}, but nothing that it printed comes from there",
    help: "report this to the author of `{target}`: it is a bug there, not in your model",
  },
});

/** Diagnostics that are bugs of dpm or of a plugin, never of the model. */
export const bugs: readonly string[] = [
  "core/plugin-crashed",
  "core/normalize-conflict",
  "core/normalize-foreign",
  "core/normalize-strange",
  "core/verdict-missing",
  "core/verdict-undeclared",
  "core/origin-lost",
];

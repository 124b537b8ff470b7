import { defineDiagnostics, definePhrases } from "@dpm/core";

/** Everything that can be wrong around the model: configuration, plugins, sources and files. */
export const problems = defineDiagnostics("workspace", {
  // Configuration
  "config-missing": {
    severity: "error",
    message: "there is no configuration `{path}`",
    help: "name a file that exists, or leave `--config` out to have it looked for",
  },
  "config-unreadable": {
    severity: "error",
    message: "`{path}` cannot be read: {reason}",
    help: "make `{path}` a readable file",
  },
  "config-syntax": { severity: "error", message: "{problem}", help: "write valid {format}" },
  "config-not-object": {
    severity: "error",
    message: "the configuration is {found}, expected an object with `targets`",
    help: "write `{example}`",
  },
  "config-failed": {
    severity: "error",
    message: "`{path}` failed while it was loaded: {problem}",
    help: "make `{path}` a module whose default export is the configuration",
  },
  "config-import": {
    severity: "error",
    message: "`$import` is not supported",
    help: "write everything into one file, or use `dpm.config.ts` and import there",
  },
  "config-ambiguous": {
    severity: "warning",
    message: "`{used}` is used, `{ignored}` beside it is not",
    help: "keep one of the two",
  },
  "duplicate-key": { severity: "error", message: "`{key}` is written twice", help: "remove one of the two" },
  "no-targets": {
    severity: "error",
    message: "no target is configured",
    help: "add `targets` to the configuration, or name one with `--target`",
  },
  "no-target-named": {
    severity: "error",
    message: "the run is narrowed to no target at all, expected the name of one",
    help: "name a target, or narrow nothing to generate all of them",
  },
  "unknown-target": {
    severity: "error",
    message: "target `{target}` is not configured",
    help: "use one of the configured targets: {configured}",
  },
  // Plugins
  "plugin-not-found": {
    severity: "error",
    message: "{needer} needs a plugin that is not installed: looked for {candidates}, from {folder}",
    help: "{remedy}",
  },
  "plugin-failed": {
    severity: "error",
    message: "plugin `{plugin}` failed while it was loaded: {problem}",
    help: "reinstall `{plugin}`, or report this to its author",
  },
  "plugin-invalid": {
    severity: "error",
    message: "`{plugin}` exports no plugin: its default export is {found}",
    help: "name a package whose default export comes from `definePlugin`",
  },
  "duplicate-core": {
    severity: "error",
    message: "plugin `{plugin}` uses another copy of @dpm/core ({theirs}) than dpm itself ({ours})",
    help: "install one version of @dpm/core for both: {remedy}",
  },
  // Sources
  "input-missing": { severity: "error", message: "there is no file `{path}`", help: "name a file that exists" },
  "input-unmatched": {
    severity: "error",
    message: "no file matches `{pattern}` in {folder}",
    help: "add a `.dpm` file, or set `input` in the configuration",
  },
  "input-folder": { severity: "error", message: "`{path}` is a folder", help: "name the files in it: `{path}/*.dpm`" },
  "input-unreadable": {
    severity: "error",
    message: "`{path}` cannot be read: {reason}",
    help: "make `{path}` readable",
  },
  "input-too-large": {
    severity: "error",
    message: "`{path}` has {bytes} bytes, dpm reads at most {limit}",
    help: "split the file",
  },
  "invalid-utf8": {
    severity: "error",
    message: "byte {byte} is no UTF-8: {found}",
    help: "save the file as UTF-8",
  },
  // Paths
  "out-outside": {
    severity: "error",
    message: "the output folder `{out}` is outside the project",
    help: "choose a folder in the project, or set `allowOutside: true` in the configuration",
  },
  "out-unsafe": {
    severity: "error",
    message: "`{out}` cannot be the output folder: {reason}",
    help: "choose another folder",
  },
  "path-unsafe": {
    severity: "error",
    message: "target `{target}` may not write `{path}`: {reason}",
    help: "rename the component that the file is named after, or report this to the author of `{target}`",
  },
  "path-outside": {
    severity: "error",
    message: "target `{target}` may not write `{path}`: `{by}` leads out of the project",
    help: "remove the symbolic link, or set `allowOutside: true` and `out` to the folder itself",
  },
  "path-link": {
    severity: "error",
    message: "target `{target}` may not write `{path}`: it is a symbolic link",
    help: "remove the link: dpm neither replaces nor follows one",
  },
  "path-occupied": {
    severity: "error",
    message: "target `{target}` cannot write `{path}`: `{by}` is in the way",
    help: "move `{by}` elsewhere",
  },
  "path-is-input": {
    severity: "error",
    message: "target `{target}` may not write `{path}`: dpm reads this file",
    help: "set `out` to another folder",
  },
  "path-collision": {
    severity: "error",
    message:
      "`{path}` of target `{target}` and `{other}` of target `{otherTarget}` are one place where case is ignored",
    help: "rename one of the components that they are named after, or the target",
  },
  "state-place": {
    severity: "error",
    message: "`{path}` cannot be kept: `{by}` is in the way or leads out of the project",
    help: "make `.dpm` a folder of the project",
  },
  // Files
  "file-edited": {
    severity: "error",
    message: "`{path}` was changed by hand; nothing was written",
    help: "move the change into the model and run with `--force`, or delete the file",
  },
  "file-not-ours": {
    severity: "error",
    message: "`{path}` exists and was not made by this configuration; nothing was written",
    help: "move the file elsewhere, or overwrite it with `--force`",
  },
  "stale-edited": {
    severity: "error",
    message: "`{path}` is not made any more but was changed by hand; nothing was written",
    help: "delete the file or move it out of the output folder, or let `--force` delete it",
  },
  "edited-meanwhile": {
    severity: "error",
    message: "`{path}` was changed while dpm was writing; everything is as it was before",
    help: "run again",
  },
  "could-not-write": {
    severity: "error",
    message: "`{path}` could not be written: {reason}; everything is as it was before",
    help: "make room or grant the permission, and run again",
  },
  locked: {
    severity: "error",
    message: "another run is writing here: process {pid} holds {file}",
    help: "wait until it is done; delete the file if no such process runs",
  },
  interrupted: {
    severity: "warning",
    message: "an interrupted run left its work half done: the files may be of two versions",
    help: "run `dpm generate`: it finishes the work, or undoes it, before it writes",
  },
  recovered: { severity: "warning", message: "the work of an interrupted run was {how} first" },
  stuck: {
    severity: "error",
    message: "an interrupted run can be neither finished nor undone: what {journal} names is gone",
    help: "check the output folder and run with `--force`, which writes everything anew",
  },
  "manifest-unreadable": {
    severity: "warning",
    message: "`{path}` cannot be understood, so no file counts as dpm's own",
    help: "restore it from version control; otherwise identical files are adopted and others need `--force`",
  },
  drift: {
    severity: "error",
    message: "not what would be generated, {count} of {total}: {files}",
    help: "run `dpm generate`",
  },
  // The baseline
  "baseline-missing": {
    severity: "error",
    message: "there is no baseline `{path}`",
    help: "add `--update-baseline` to accept what is found today",
  },
  "baseline-unreadable": {
    severity: "error",
    message: "`{path}` cannot be understood as a baseline",
    help: "restore it from version control, or make it anew with `--update-baseline`",
  },
  "baseline-partial": {
    severity: "error",
    message: "only a part of the model was checked, so `{path}` was not made anew",
    help: "name no files, so that all of the model is checked",
  },
  "baseline-gone": {
    severity: "warning",
    message: "what `{path}` knows is gone ({count} in all): {findings}",
    help: "run with `--update-baseline` to take out what is gone",
  },
  // The plan
  "against-missing": {
    severity: "error",
    message: "`{against}` is neither a file, nor a folder, nor a revision that git knows",
    help: "name what the model is to be compared with: a revision such as `main`, a folder or a file",
  },
  "no-history": {
    severity: "error",
    message: "git cannot tell what was there before: {reason}",
    help: "name a folder or a file to compare with by `--against`",
  },
  "against-broken": {
    severity: "error",
    message: "the model of `{against}` has errors itself, so nothing can be compared with it: {codes}",
    help: "name another revision, folder or file by `--against`",
  },
  "internal-error": {
    severity: "error",
    message: "dpm itself failed: {problem}",
    help: "report this with the model and the configuration: it is a bug in dpm",
  },
});

/** What stands beside these messages. */
export const phrases = definePhrases("workspace", {
  "did-you-mean": "did you mean `{near}`?",
  "write-if-meant": "write `{near}` if that is meant",
  "first-written": "first written here",
});

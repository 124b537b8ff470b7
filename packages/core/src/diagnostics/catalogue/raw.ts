import { defineDiagnostics } from "../define.ts";

/** What can be wrong with `raw`, and what it does to what dpm writes. */
export const rawProblems = defineDiagnostics("core", {
  "raw-unheard": {
    severity: "warning",
    message: "`raw {target}` reaches nobody: there is no target `{target}` in the configuration",
    help: { far: "configure `{target}`, or remove it", near: "write `raw {near}` if that is meant" },
  },
  "raw-not-taken": {
    severity: "warning",
    message: "target `{target}` puts {path} nowhere",
    help: "move it to a block that `{target}` makes a file of, in the form that its documentation shows",
  },
  "raw-overrides": {
    severity: "warning",
    message: "`raw {target}` replaces {path}, which dpm writes itself",
    help: "remove one of the two",
  },
  "raw-text": {
    severity: "error",
    message: "`raw {target}` holds what no file can hold",
    help: {
      character: "remove the half of a surrogate pair",
      name: "shorten the name to 1000 characters",
    },
  },
});

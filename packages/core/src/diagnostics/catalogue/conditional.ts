import { defineDiagnostics } from "../define.ts";

/** What a rule says that cannot decide. */
export const conditionalProblems = defineDiagnostics("core", {
  conditional: {
    severity: "note",
    message: "`{rule}` was not decided: it holds if {condition}",
    help: "write {input}: then it is checked",
  },
});

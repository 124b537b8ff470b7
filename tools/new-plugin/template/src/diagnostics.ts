import { defineDiagnostics } from "@dpm/core";

/** What __target__ cannot say as the model does, and what is refused. Each has its page in `diagnostics/`. */
export const problems = defineDiagnostics("__target__", {
  "not-lowered": { severity: "note", message: "this target does not take `{field}` yet" },
});

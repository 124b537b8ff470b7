import { defineDiagnostics } from "@dpm/core";

/** What may be wrong with a greeting. Each has its page in `diagnostics/`. */
export const problems = defineDiagnostics("hello", {
  "too-often": {
    severity: "warning",
    message: "`{name}` says it {times} times, expected at most {most}",
    help: "lower `times`, or raise the option `most`",
  },
});

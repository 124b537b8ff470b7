import { defineDiagnostics } from "../define.ts";

/** What the rules of breakers find that are not in `rules.ts`. */
export const breakerProblems = defineDiagnostics("core", {
  "reset-outlasts-outage": {
    severity: "note",
    message: "an outage of {outage} keeps callers out for {reset}, {times} times as long: no probe comes before",
    help: 'lower `reset_timeout` to "{fits}"',
  },
});

/** What `npm test` checks beside the tests. Each check counts as one. */
import { run, script, type Ending } from "../program.ts";
import { boundaries } from "./boundaries.ts";

export interface Check {
  readonly name: string;
  /** What to do about a failure. */
  readonly remedy: string;
  readonly run: () => Promise<Ending>;
}

export const checks: readonly Check[] = [
  { name: "types", remedy: "see above", run: () => run("tsc", ["--project", "tsconfig.json"]) },
  {
    name: "lint",
    remedy: "see above",
    run: () =>
      run("oxlint", ["--type-aware", "--deny-warnings", "--report-unused-disable-directives", "--format=unix"]),
  },
  {
    name: "format",
    remedy: "npm run format",
    run: () => run("prettier", ["--check", "--log-level=warn", "--cache", "--cache-location=.cache/prettier", "."]),
  },
  { name: "generated files", remedy: "npm run generate", run: () => script("tools/generate.ts", ["--check"]) },
  { name: "generated tables", remedy: "npm run generate", run: () => script("tools/tables.ts", ["--check"]) },
  { name: "generated language", remedy: "npm run generate", run: () => script("tools/language.ts", ["--check"]) },
  { name: "boundaries", remedy: "the laws are in .dependency-cruiser.mjs", run: boundaries },
  {
    name: "unused code",
    remedy: "remove it, or say in knip.json why it stays",
    run: () => run("knip", ["--no-progress", "--no-config-hints"]),
  },
];

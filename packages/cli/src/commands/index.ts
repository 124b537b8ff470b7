import type { CommandEntry } from "./entry.ts";
import { check } from "./check.ts";
import { explain } from "./explain.ts";
import { format } from "./format.ts";
import { generate } from "./generate.ts";
import { init } from "./init.ts";
import { model } from "./model.ts";
import { plan } from "./plan.ts";
import { report } from "./report.ts";
import { simulate } from "./simulate.ts";
import { targets } from "./targets.ts";
import { why } from "./why.ts";

/** Every command, one file each, in the order of the help text. */
export const commands: readonly CommandEntry[] = [
  init,
  generate,
  check,
  format,
  plan,
  report,
  simulate,
  why,
  model,
  targets,
  explain,
];

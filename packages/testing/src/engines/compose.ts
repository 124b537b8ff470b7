import { execFile } from "node:child_process";
import { pathOf } from "./locate.ts";
import type { Engine } from "./locate.ts";

/** A section of a loaded project: names to what was loaded under them. */
export type ComposeSection = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;

/** A Compose project as the official loader understood it: every value is the effective one, so a `$$` of the file is `$`. */
export interface ComposeProject {
  readonly name: string;
  readonly services: ComposeSection;
  readonly networks?: ComposeSection;
  readonly volumes?: ComposeSection;
  readonly configs?: ComposeSection;
  readonly secrets?: ComposeSection;
}

/** The loaded project, or the loader's error. */
export type ComposeLoad =
  | {
      readonly ok: true;
      readonly project: ComposeProject;
      /** For example a variable that is not set. */ readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly error: string };

const LIMIT_MS = 10_000;

/** Has the official loader read a Compose file; no variable but `variables` reaches its interpolation. */
export function loadCompose(
  engine: Engine,
  file: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<ComposeLoad> {
  return new Promise((done) => {
    const options = { env: {}, timeout: LIMIT_MS, killSignal: "SIGKILL", maxBuffer: 64 * 1024 * 1024 } as const;
    const given = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    execFile(pathOf(engine, "compose"), [file, ...given], options, (error, stdout, stderr) => {
      if (error !== null) return done({ ok: false, error: stderr.trim() || error.message });
      const warnings = stderr.split("\n").filter((line) => line !== "");
      done({ ok: true, project: JSON.parse(stdout) as ComposeProject, warnings });
    });
  });
}

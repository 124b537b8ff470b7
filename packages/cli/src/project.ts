import { compile, localize, localizeReport, toJson, type Compilation, type Diagnostic } from "@dpm/core";
import { exitCodeOf, load, type Loaded, type LoadOptions } from "@dpm/workspace";
import { counted } from "./headline.ts";
import { locale, translations as own, words } from "./language.ts";
import { printJson, tell } from "./terminal/output.ts";
import { show } from "./show.ts";
import type { Told } from "./diagnostic-formats.ts";
import type { DiagnosticFormat, Format } from "./options.ts";

/** A model without errors, and everything that was found out about it. */
export interface Sound extends Loaded {
  readonly compilation: Compilation;
}

/** Loads and compiles; nothing is written. `compilation` is absent where loading failed. */
export async function read(options: LoadOptions): Promise<Loaded & { readonly compilation?: Compilation }> {
  const loaded = await load(options);
  if (!loaded.input) return loaded;
  const { translations } = loaded;
  const compiled = compile(loaded.input);
  const diagnostics = compiled.diagnostics.map((one) => localize(one, translations));
  const compilation = { ...compiled, report: localizeReport(compiled.report, translations) };
  return { ...loaded, compilation, diagnostics: [...loaded.diagnostics, ...diagnostics] };
}

/**
 * The model for a command that shows something of it. Warnings are counted; where anything is an error there is nothing
 * to show, what is wrong is told, and the exit code is set.
 */
export async function soundModel(options: LoadOptions, format: string): Promise<Sound | undefined> {
  const { compilation, ...loaded } = await read(options);
  const code = exitCodeOf(loaded.diagnostics, loaded.project.config);
  if (code === 0 && compilation) {
    const warnings = loaded.diagnostics.filter((one) => one.severity === "warning").length;
    if (warnings > 0) tell(`${words.checkShows({ warnings: counted(warnings, "warning") })}\n`);
    return { ...loaded, compilation };
  }
  end(loaded, format === "json" ? "json" : "text", code);
  return undefined;
}

/** Tells what is wrong, in the asked form, and sets the exit code. */
export function end({ diagnostics, sources }: Told, format: Format, code: number, notes = false): void {
  if (format === "json") printJson(toJson(diagnostics, sources));
  else show(diagnostics, sources, notes);
  process.exitCode = code;
}

/** The same in every form that there is. */
export async function endAs(found: Told, format: DiagnosticFormat, code: number, notes = false): Promise<void> {
  if (format === "text" || format === "json") return end(found, format, code, notes);
  process.exitCode = code;
  const { printGithub, printSarif } = await import("./diagnostic-formats.ts");
  if (format === "sarif") printSarif(found);
  else printGithub(found, notes);
}

/** Ends a command that cannot do what its arguments ask for. */
export function refuse(problem: Diagnostic, format: string, code = 2): void {
  end({ diagnostics: [localize(problem, own)], sources: [] }, format === "json" ? "json" : "text", code);
}

/** Adds what the user wrote, and nothing for what was not written. */
export function asked(
  files: readonly string[],
  { config, env }: { readonly config?: string; readonly env?: string },
): LoadOptions {
  return {
    locale,
    ...(files.length > 0 && { files }),
    ...(config !== undefined && { config }),
    ...(env !== undefined && { env }),
  };
}

import { resolve } from "node:path";
import {
  compile,
  localize,
  localizeReport,
  type Compilation,
  type CompileInput,
  type Diagnostic,
  type Model,
  type Report,
  type SourceFile,
  type Span,
} from "@dpm/core";
import { problems } from "./diagnostics.ts";
import { exitCodeOf, type ExitCode } from "./exit-code.ts";
import { load, type Loaded, type LoadOptions, type Project } from "./load.ts";
import type { PluginModule } from "./plugins/load-plugin.ts";
import { loadTranslations } from "./plugins/load-translations.ts";
import { inOneLine } from "./thrown.ts";
import type { WriteRequest } from "./write/decision.ts";
import type { PlannedFile } from "./write/plan.ts";
import { compareFiles, writeFiles, type WriteResult, type WriteSettings } from "./write/write-files.ts";

export interface GenerateOptions extends LoadOptions {
  /** Tells what would be written and writes nothing. */
  readonly dryRun?: boolean;
  /** Like `dryRun`, and anything that differs from what would be generated is an error. */
  readonly check?: boolean;
  /** Overwrites and deletes files that were changed by hand. */
  readonly force?: boolean;
  /** How long to wait for another run in the same project, in milliseconds; default ten seconds. */
  readonly wait?: number;
}

export interface GenerateResult {
  readonly diagnostics: readonly Diagnostic[];
  /** What a command ends with. Files were written only with 0. */
  readonly exitCode: ExitCode;
  /** What became of each file, or with `dryRun` and `check` what would. Paths are from `root`, with `/`. */
  readonly written: readonly PlannedFile[];
  /** The folder that all names are relative to. Absolute. */
  readonly root: string;
  /** The output folder, from `root` or absolute. */
  readonly out: string;
  /** Absent, as are the plugins, when dpm itself failed. */
  readonly project?: Project;
  readonly plugins?: readonly PluginModule[];
  /** All texts that diagnostics point into. */
  readonly sources: readonly SourceFile[];
  /** Absent when it did not come to compiling; so are the next two. */
  readonly compilation?: Compilation;
  readonly model?: Model;
  readonly report?: Report;
  /** How long each step took, in milliseconds. */
  readonly timings: { readonly load: number; readonly compile: number; readonly write: number };
}

/**
 * The whole way: configuration, plugins, sources, compilation, files. Never throws for bad input, and writes all files
 * or none: none after any error.
 */
export async function generate(options: GenerateOptions = {}): Promise<GenerateResult> {
  return generateWith(options, options.wait === undefined ? {} : { wait: options.wait });
}

/** The same on another file system, for tests. */
export async function generateWith(options: GenerateOptions, settings: WriteSettings): Promise<GenerateResult> {
  try {
    return await run(options, settings);
  } catch (error) {
    const translations = await loadTranslations(options.locale ?? "en", []);
    const failure = problems.internalError({ problem: inOneLine(error) }).at(undefined);
    const diagnostics = [localize(failure, translations)];
    const root = resolve(options.cwd ?? ".");
    const timings = { load: 0, compile: 0, write: 0 };
    return {
      diagnostics,
      exitCode: exitCodeOf(diagnostics),
      written: [],
      root,
      out: "generated",
      sources: [],
      timings,
    };
  }
}

async function run(options: GenerateOptions, settings: WriteSettings): Promise<GenerateResult> {
  const clock = stopwatch();
  const loaded = await load(options);
  const { project, sources, translations } = loaded;
  const loading = clock();
  const compiled = compileLoaded(loaded);
  const compiling = clock();
  const before = [...loaded.diagnostics, ...compiled.diagnostics];
  const failed = before.some((one) => one.severity === "error");
  const files =
    failed || !compiled.compilation ? nothing : await output(options, loaded, compiled.compilation, settings);
  const found = [...compiled.diagnostics, ...files.diagnostics].map((one) => localize(one, translations));
  const diagnostics = [...loaded.diagnostics, ...found];
  const { compilation } = compiled;
  return {
    diagnostics,
    exitCode: exitCodeOf(diagnostics, project.config),
    written: files.files,
    root: project.root,
    out: project.out,
    project,
    plugins: loaded.plugins,
    sources,
    ...(compilation && {
      ...{ compilation, model: compilation.model },
      report: localizeReport(compilation.report, translations),
    }),
    timings: { load: loading, compile: compiling, write: clock() },
  };
}

const nothing: WriteResult = { files: [], diagnostics: [] };

function compileLoaded({ input, project }: Loaded): {
  readonly compilation?: Compilation;
  readonly diagnostics: readonly Diagnostic[];
} {
  if (!input) return { diagnostics: [] };
  if ((input.targets ?? []).length === 0)
    return { diagnostics: [problems.noTargets().at(placeOfTargets(input, project))] };
  try {
    const compilation = compile(input);
    return { compilation, diagnostics: compilation.diagnostics };
  } catch (error) {
    return { diagnostics: [problems.internalError({ problem: inOneLine(error) }).at(undefined)] };
  }
}

/** The list that is empty, else the configuration that has none. */
function placeOfTargets({ locate }: CompileInput, { config }: Project): Span | undefined {
  const whole = locate?.([]);
  return (
    locate?.(["targets"]) ??
    (whole && { ...whole, end: whole.start + 1 }) ??
    (config === undefined ? undefined : { file: config, start: 0, end: 0 })
  );
}

async function output(
  options: GenerateOptions,
  { project }: Loaded,
  compilation: Compilation,
  settings: WriteSettings,
): Promise<WriteResult> {
  const { root, out, allowOutside, inputs, config, complete } = project;
  const request: WriteRequest = {
    ...{ root, out, allowOutside, inputs, complete, files: compilation.artifacts },
    ...(config !== undefined && { config }),
    ...(options.force && { force: true }),
  };
  if (options.check) return checked(compareFiles(request, settings));
  return options.dryRun ? compareFiles(request, settings) : writeFiles(request, settings);
}

/** How many differing files a message names. */
const shown = 5;

function checked({ files, diagnostics }: WriteResult): WriteResult {
  const drifted = files.filter(
    ({ status }) => status === "new" || status === "changed" || status === "edited" || status === "stale",
  );
  if (drifted.length === 0) return { files, diagnostics };
  const names = listed(drifted.map(({ path, status }) => `\`${path}\` (${status})`));
  const drift = problems.drift({ count: drifted.length, total: files.length, files: names });
  // Without the edit out of the way `dpm generate` would refuse.
  const edited = drifted.filter(({ status }) => status === "edited").map(({ path }) => `\`${path}\``);
  const help = `move what was changed by hand in ${listed(edited).join(", ")} into the model, then run \`dpm generate --force\`, which overwrites it`;
  return { files, diagnostics: [...diagnostics, drift.at(undefined, edited.length > 0 ? { help } : {})] };
}

function listed(names: readonly string[]): readonly string[] {
  return names.length > shown ? [...names.slice(0, shown), `${names.length - shown} more`] : names;
}

/** Milliseconds since it was last asked. */
function stopwatch(): () => number {
  // `performance` would be loaded for it, which takes longer than what it measures.
  const now = (): number => Number(process.hrtime.bigint()) / 1e6;
  let last = now();
  return () => {
    const before = last;
    last = now();
    return last - before;
  };
}

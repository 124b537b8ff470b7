import fs from "node:fs/promises";
import { resolve } from "node:path";
import { fieldPaths, type Diagnostic } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { exitCodeOf } from "../exit-code.ts";
import type { Loaded } from "../load.ts";
import { errorCode } from "../write/durable.ts";
import { nameFrom } from "../write/out-folder.ts";
import { reasonOf } from "../write/system-error.ts";
import { compare, knownOf, type Compared, type KnownFinding } from "./baseline.ts";
import { baselineName, parseBaseline, printBaseline } from "./file.ts";

export interface BaselineOptions {
  /** Its file from `cwd`; without it the one beside the configuration. */
  readonly file?: string;
  /** Accepts what is found now, all of it and nothing else. */
  readonly update?: boolean;
  readonly cwd: string;
  /** Whether all of the model was checked: of a part nobody can tell what is gone. */
  readonly isWhole: boolean;
}

/** What became of the findings. */
export interface BaselineResult {
  /** What is new, and what is wrong with the baseline itself. */
  readonly diagnostics: readonly Diagnostic[];
  /** The baseline's file, from the project's folder. */
  readonly file: string;
  readonly known: number;
  readonly gone: readonly KnownFinding[];
}

/** Holds findings against the baseline, or makes it anew of them. */
export async function useBaseline(found: Loaded, options: BaselineOptions): Promise<BaselineResult> {
  const { project, input, diagnostics } = found;
  const path = options.file === undefined ? resolve(project.root, baselineName) : resolve(options.cwd, options.file);
  const file = nameFrom(project.root, path);
  const pathOf = fieldPaths(input?.sources ?? []);
  const refuse = (problem: Diagnostic): BaselineResult => ({
    ...{ file, known: 0, gone: [] },
    diagnostics: [...diagnostics, problem],
  });
  const acceptable = diagnostics.filter((one) => isAcceptable(one, project.config));
  const others = diagnostics.filter((one) => !acceptable.includes(one));
  if (others.length > 0) return { file, known: 0, gone: [], diagnostics };
  if (options.update && !options.isWhole) return refuse(problems.baselinePartial({ path: file }).at(undefined));
  const read = await readBaseline(path, file);
  if (options.update) {
    const text = printBaseline(knownOf(acceptable, pathOf));
    const problem = "text" in read && read.text === text ? undefined : await write(path, file, text);
    return problem ? refuse(problem) : { file, known: acceptable.length, gone: [], diagnostics: [] };
  }
  if ("problem" in read) return refuse(read.problem);
  const compared = compare(acceptable, read.known, pathOf);
  const gone = canTellGone(compared, options) ? compared.gone : [];
  return { file, known: compared.known, gone, diagnostics: [...compared.fresh, ...sayGone(gone, file)] };
}

/** What is wrong with the model may be known; what is wrong with the run may not. */
function isAcceptable(one: Diagnostic, config: string | undefined): boolean {
  return exitCodeOf([one], config) <= 1;
}

/** After an error that is new the later phases may not have seen all of the model. */
function canTellGone({ fresh }: Compared, { isWhole }: BaselineOptions): boolean {
  return isWhole && fresh.every((one) => one.severity !== "error");
}

/** How many findings a message names. */
const shown = 5;

function sayGone(gone: readonly KnownFinding[], path: string): readonly Diagnostic[] {
  if (gone.length === 0) return [];
  const names = gone.slice(0, shown).map(({ code, at }) => (at === "" ? code : `${code} (${at})`));
  const findings = gone.length > shown ? [...names, "…"] : names;
  const count = gone.reduce((sum, one) => sum + one.count, 0);
  return [problems.baselineGone({ path, count, findings }).at(undefined)];
}

type Read = { readonly text: string; readonly known: readonly KnownFinding[] } | { readonly problem: Diagnostic };

async function readBaseline(path: string, name: string): Promise<Read> {
  try {
    const text = await fs.readFile(path, "utf8");
    const known = parseBaseline(text);
    return known ? { text, known } : { problem: problems.baselineUnreadable({ path: name }).at(undefined) };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return { problem: problems.baselineMissing({ path: name }).at(undefined) };
    return { problem: problems.inputUnreadable({ path: name, reason: reasonOf(error, path).reason }).at(undefined) };
  }
}

/** A run that is stopped on the way leaves the old one. */
async function write(path: string, name: string, text: string): Promise<Diagnostic | undefined> {
  const staged = `${path}.${process.pid}.tmp`;
  try {
    await fs.writeFile(staged, text);
    await fs.rename(staged, path);
    return undefined;
  } catch (error) {
    await fs.rm(staged, { force: true });
    return problems.couldNotWrite({ path: name, reason: reasonOf(error, path).reason }).at(undefined);
  }
}

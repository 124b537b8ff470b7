/** The laws of the house: who imports whom (.dependency-cruiser.mjs), how files are called, what core may not name. */
import { globSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { root } from "../packages.ts";
import { run, type Ending } from "../program.ts";

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string; readonly severity: string };
  readonly cycle?: readonly { readonly name: string }[];
}

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: { readonly violations: readonly Violation[] };
}

const places = ["packages", "plugins", "examples", "tools", "bench"];
const isIgnored = /(^|\/)(node_modules|dist|fixtures|expected|generated|template)\//;

/** Every breach of a law in the repository, or in another folder that is laid out like it. */
export async function boundaries(at: string = root): Promise<Ending> {
  const sources = sourceFiles(at);
  const { code, output } = await run(
    "depcruise",
    [
      "--config",
      ".dependency-cruiser.mjs",
      "--output-type",
      "json",
      ...places.filter((place) => sources.some((file) => file.startsWith(`${place}/`))),
    ],
    { cwd: at },
  );
  const cruise = parse(output);
  if (!cruise) return { code: code || 1, output };
  const problems = [
    ...cruise.summary.violations.filter(({ rule }) => rule.severity === "error").map(describe),
    ...unseen(sources, cruise),
    ...sources.flatMap(nameProblem),
    ...sources.filter((file) => file.startsWith("packages/core/src/")).flatMap((file) => namedTargets(at, file)),
  ];
  const notes = longFiles(at, sources);
  return { code: problems.length > 0 ? 1 : 0, output: [...problems, ...notes, ""].join("\n") };
}

function sourceFiles(at: string): readonly string[] {
  return places
    .flatMap((place) => globSync(`${place}/**/*.ts`, { cwd: at, exclude: (name) => name.endsWith("node_modules") }))
    .map((file) => file.split(sep).join("/"))
    .filter((file) => !isIgnored.test(file) && !file.endsWith(".d.ts"))
    .toSorted();
}

function parse(output: string): Cruise | undefined {
  try {
    return JSON.parse(output) as Cruise;
  } catch {
    return undefined;
  }
}

function describe({ from, to, rule, cycle }: Violation): string {
  const way = cycle ? [from, ...cycle.map(({ name }) => name)].join(" → ") : `${from} → ${to}`;
  return `${rule.name}: ${way}`;
}

/** A cruise without a TypeScript that it can use sees no module and finds no fault. */
function unseen(sources: readonly string[], cruise: Cruise): readonly string[] {
  const seen = new Set(cruise.modules.map(({ source }) => source));
  return sources.filter((file) => !seen.has(file)).map((file) => `not-seen: dependency-cruiser did not read ${file}`);
}

function nameProblem(file: string): readonly string[] {
  const stem = basename(file).split(".")[0] ?? "";
  return /^(utils?|helpers?|common|misc)$/.test(stem) ? [`nameless: ${file} must be called after what it holds`] : [];
}

/** Core's code names no target; its vocabulary in blocks/ may, and so may comments. */
function namedTargets(at: string, file: string): readonly string[] {
  if (/^packages\/core\/src\/(blocks|diagnostics\/catalogue)\//.test(file)) return [];
  const code = withoutComments(readFileSync(join(at, file), "utf8"));
  return targetNames(at)
    .filter((target) => new RegExp(`\\b${target}\\b`, "i").test(code))
    .map((target) => `core-names-no-target: ${file} says \`${target}\``);
}

// A word of every day as well as a target: functions are composed in core.
const everyday = new Set(["compose"]);

function targetNames(at: string): readonly string[] {
  return readdirSync(join(at, "plugins")).filter((name) => !everyday.has(name));
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

function longFiles(at: string, sources: readonly string[]): readonly string[] {
  const long = sources
    .filter((file) => /\/src\//.test(file))
    .map((file) => ({ file, lines: readFileSync(join(at, file), "utf8").split("\n").length - 1 }))
    .filter(({ lines }) => lines > 200);
  return long.length > 0 ? [`long files: ${long.map(({ file, lines }) => `${file} (${lines})`).join(", ")}`] : [];
}

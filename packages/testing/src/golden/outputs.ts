import { compile, renderText, type Compilation, type CompileInput, type Diagnostic, type Origin } from "@dpm/core";
import { marksOfLine } from "@dpm/print";

/** Everything that a case is compared by: file names below its folder, and their text. */
export function outputsOf(input: CompileInput): ReadonlyMap<string, string> {
  const compilation = compile(input);
  const artifacts = compilation.artifacts.map((one): [string, string] => [
    `expected/${one.target}/${one.path}`,
    one.content.text,
  ]);
  return new Map([
    ...artifacts,
    ["diagnostics.txt", renderText(compilation.diagnostics.filter(isShown), input.sources, { notes: true })],
    ["report.txt", renderReport(compilation)],
    ["origins.txt", renderOrigins(compilation)],
  ]);
}

/** One line for each field and target: what became of it, and why. */
function renderReport({ report }: Compilation): string {
  const lines = report.fields.flatMap((field) =>
    field.verdicts.map((one) => {
      const why =
        one.verdict === "elsewhere"
          ? one.owner
          : "reason" in one && one.reason
            ? `${one.reason.code}: ${one.reason.message}`
            : "";
      const path = field.unwritten ? `${field.path} (${field.unwritten.join(", ")})` : field.path;
      return `${path} · ${one.target} · ${one.verdict}${why === "" ? "" : ` · ${why}`}\n`;
    }),
  );
  const untaken = report.untaken.map(({ kind, names }) => `${kind} · no target · ${names.join(", ")}\n`);
  const left = report.filtered.map(({ kind, name, targets }) => `${kind} ${name} · not for ${targets.join(", ")}\n`);
  const raw = report.raw.map(({ path, target, verdict }) => {
    const why = verdict && "reason" in verdict && verdict.reason ? ` · ${verdict.reason.code}` : "";
    return `${path} · ${target}, raw · ${verdict?.verdict ?? "nobody"}${why}\n`;
  });
  return [...lines, ...untaken, ...left, ...raw].join("");
}

/** One line for each traced piece of each output line: where it came from. */
function renderOrigins({ artifacts }: Compilation): string {
  return artifacts
    .flatMap((artifact) =>
      artifact.content.text.split("\n").flatMap((_, index) =>
        marksOfLine(artifact.content, index + 1).map(({ text, origins }) => {
          const places = (origins as readonly Origin[]).map(describe);
          return `${artifact.target}/${artifact.path}:${index + 1} · ${text} · ${places.join(" + ")}\n`;
        }),
      ),
    )
    .join("");
}

function describe(origin: Origin): string {
  if (origin.kind === "written") return origin.path;
  if (origin.kind === "default") return `${origin.path} (default)`;
  return origin.from.length === 0 ? origin.what : `${origin.what}, from ${origin.from.map(describe).join(" + ")}`;
}

/** A note of dpm's own rules is advice on the model, whatever the target: the rules' own tests hold it. */
function isShown({ severity, code }: Diagnostic): boolean {
  return severity !== "note" || !code.startsWith("core/");
}

import type { Model } from "@dpm/core";
import { words } from "../language.ts";
import { counted } from "../headline.ts";
import { cell, code, markdownTable } from "../markdown.ts";
import type { Ownership } from "./owners.ts";
import { componentsSection } from "./components.ts";
import { placeText, type Places } from "./places.ts";
import type { ShownReport } from "./shown.ts";
import { countsOf, leftOut, rawTexts, reasonOf, targetLabel, targetsOf, verdictWords, withUnwritten } from "./words.ts";

/** One table with a column for each target, for a review or a wiki. */
export function markdownReport(
  report: ShownReport,
  model: Model,
  owners: readonly Ownership[],
  placeOf: Places,
): string {
  const { targets, fields, untaken, filtered, summary } = report;
  const header = [words.headField(), words.headWhere(), ...targets.map(targetLabel)];
  const rows = fields.map(({ path, span, verdicts, unwritten }) => [
    withUnwritten(code(path), { ...(unwritten && { unwritten: unwritten.map(code) }) }),
    cell(placeText(placeOf, span)),
    ...targets.map(({ name }) =>
      verdicts
        .filter((one) => one.target === name)
        .map((one) =>
          [`**${verdictWords[one.verdict]}**`, cell(reasonOf(one))].filter((part) => part !== "").join(": "),
        )
        .join(", "),
    ),
  ]);
  const nobody = untaken.map(
    ({ kind, names }) => `- ${words.nobodyTakesItem({ kind: code(kind), names: names.map(cell) })}`,
  );
  const left = filtered.map(({ kind, name, targets: others }) => `- ${code(`${kind} ${name}`)}: ${leftOut(others)}`);
  return [
    `# ${words.titleFidelity()}`,
    "",
    words.summarySentence({
      fields: counted(summary.fields, "field"),
      counts: countsOf(summary),
      targets: targetsOf(report),
    }),
    "",
    ...markdownTable(header, rows),
    ...(nobody.length + left.length > 0 ? ["", ...nobody, ...left] : []),
    ...(report.raw.length > 0 ? ["", ...rawTexts(report).map((line) => `- ${cell(line)}`)] : []),
    ...componentsSection(model),
    ...(owners.length > 0 ? ["", `## ${words.titleOwners()}`, "", ...ownersTable(owners)] : []),
    "",
  ].join("\n");
}

/** Who does what along each call, and why. */
function ownersTable(owners: readonly Ownership[]): readonly string[] {
  const rows = owners.map(({ way, concern, target, layer, why }) => [code(way), concern, target, layer, cell(why)]);
  return markdownTable(
    [words.headCall(), words.headConcern(), words.headOwner(), words.headLayer(), words.headWhy()],
    rows,
  );
}

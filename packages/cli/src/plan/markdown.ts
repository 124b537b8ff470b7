import type { Plan, PlanResult } from "@dpm/workspace";
import { fileWords } from "../generate/files.ts";
import { cell, code, markdownTable } from "../markdown.ts";
import { changedFiles, isEmpty } from "./files.ts";
import {
  lossText,
  measureTexts,
  ownerText,
  presenceOf,
  valueText,
  wayText,
  whereText,
  type SidePlaces,
} from "./words.ts";

type Rows = readonly (readonly string[])[];

/** For a pull request: what the change means in a list, the rest in tables. */
export function markdownPlan(result: PlanResult, plan: Plan, places: SidePlaces): string {
  const meaning = plan.components.map((one) => {
    const presence = presenceOf(one);
    const texts = measureTexts(one).map(cell).join(", ");
    return `- **${cell(one.name)}**${presence === "" ? "" : ` (${presence})`}${texts === "" ? "" : `: ${texts}`}`;
  });
  const fields = plan.fields.map((one) => [code(one.path), code(valueText(one)), cell(whereText(one, places))]);
  const owners = plan.owners.map((one) => [code(wayText(one)), one.concern, cell(ownerText(one))]);
  const losses = plan.fidelity.map((one) => [code(one.path), cell(one.target), cell(lossText(one))]);
  const files = changedFiles(result).map((one) => [code(one.path), cell(one.target), fileWords[one.status]]);
  return [
    "## What this change means",
    "",
    `Compared with ${code(result.against)}.${isEmpty(plan) ? " The model means what it meant." : ""}`,
    ...(meaning.length > 0 ? ["", ...meaning] : []),
    ...section("Changed in the model", ["field", "change", "where"], fields),
    ...section("Owners", ["call", "concern", "owner"], owners),
    ...section("Said less exactly", ["field", "target", "how"], losses),
    ...section("Files", ["file", "target", "would be"], files),
    "",
  ].join("\n");
}

function section(title: string, header: readonly string[], rows: Rows): readonly string[] {
  return rows.length === 0 ? [] : ["", `### ${title}`, "", ...markdownTable(header, rows)];
}

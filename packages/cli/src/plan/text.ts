import type { Report } from "@dpm/core";
import type { Plan, PlanResult } from "@dpm/workspace";
import { conclusion, fileTable } from "../generate/files.ts";
import { columns, styles } from "../terminal/output.ts";
import { table, type Cell } from "../terminal/table.ts";
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

type Row = readonly (Cell | string)[];

/** For a terminal: components first, since that is what the change means; then what changed, then the files. */
export function textPlan(result: PlanResult, plan: Plan, report: Report, places: SidePlaces): string {
  const parts = [
    ...sections(plan, places).map((rows) => `${table(rows, layout()).join("\n")}\n`),
    fileTable({ ...result, written: changedFiles(result) }, report),
  ];
  const same = isEmpty(plan) ? `the model means what it meant in ${result.against}\n` : "";
  const end = `${same}${conclusion(result, { dryRun: true })}\n`;
  return [...parts.filter((part) => part !== ""), end].join("\n");
}

function layout(): Parameters<typeof table>[1] {
  return { indent: "  ", gap: "   ", width: columns() };
}

function sections(plan: Plan, places: SidePlaces): readonly (readonly Row[])[] {
  const components = plan.components.map((one): Row => {
    const presence = presenceOf(one);
    return [
      { text: one.name, paint: styles.bold },
      [presence, ...measureTexts(one)].filter((text) => text !== "").join(" · "),
    ];
  });
  const fields = plan.fields.map((one): Row => [
    one.path,
    { text: whereText(one, places), paint: styles.dim },
    valueText(one),
  ]);
  const owners = plan.owners.map((one): Row => [wayText(one), one.concern, ownerText(one)]);
  const losses = plan.fidelity.map((one): Row => [
    one.after === "impossible" ? { text: "✗", paint: styles.bad } : { text: "≈", paint: styles.fair },
    one.target,
    one.path,
    lossText(one),
  ]);
  return [components, fields, owners, losses].filter((rows) => rows.length > 0);
}

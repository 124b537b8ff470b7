import type { TargetVerdict } from "@dpm/core";
import { visible } from "@dpm/print";
import { columns, styles } from "../terminal/output.ts";
import { table, type Cell } from "../terminal/table.ts";
import { words } from "../language.ts";
import { counted } from "../headline.ts";
import type { Ownership } from "./owners.ts";
import { placeText, type Places } from "./places.ts";
import type { ShownReport } from "./shown.ts";
import { countsOf, leftOut, rawTexts, reasonOf, targetsOf, verdictWords, withUnwritten } from "./words.ts";

const paints: Readonly<Record<TargetVerdict["verdict"], (text: string) => string>> = {
  exact: styles.good,
  "by-default": styles.good,
  approximated: styles.fair,
  elsewhere: styles.accent,
  impossible: styles.bad,
};

/** Block by block: every written field, and below it what each target made of it. */
export function textReport(report: ShownReport, owners: readonly Ownership[], placeOf: Places): string {
  const groups = Map.groupBy(report.fields, ({ path }) => blockOf(path));
  const blocks = [...groups].map(([block, fields]) => {
    const rows = fields.flatMap(({ path, span, verdicts, ...rest }): readonly (readonly (Cell | string)[])[] => {
      const field = withUnwritten(path.slice(block.length).replace(/^\./, ""), rest);
      const place = { text: placeText(placeOf, span), paint: styles.dim };
      if (verdicts.length === 0) return [[field, place, "", { text: words.nobody(), paint: styles.dim }, ""]];
      return verdicts.map((one, index) => [
        index === 0 ? field : "",
        index === 0 ? place : "",
        one.target,
        { text: verdictWords[one.verdict], paint: paints[one.verdict] },
        visible(reasonOf(one)),
      ]);
    });
    return `${styles.bold(block)}\n${table(rows, { indent: "  ", gap: "   ", width: columns() }).join("\n")}\n`;
  });
  const nobody = report.untaken.map(({ kind, names }) => `${styles.bold(kind)}   ${words.nobodyTakes({ names })}\n`);
  const left = report.filtered.map(
    ({ kind, name, targets }) => `${styles.bold(`${kind} ${name}`)}   ${leftOut(targets)}\n`,
  );
  const owned = owners.map(({ way, concern, target, why }): readonly (Cell | string)[] => [
    way,
    concern,
    target,
    { text: why, paint: styles.dim },
  ]);
  const who =
    owned.length > 0
      ? [`${styles.bold(words.owners())}\n${table(owned, { indent: "  ", gap: "   ", width: columns() }).join("\n")}\n`]
      : [];
  const { summary } = report;
  const last = `${counted(summary.fields, "field")}   ${countsOf(summary)}   ${words.within({ targets: targetsOf(report) })}\n`;
  const raw = rawTexts(report).map((line) => `${line}\n`);
  const untaken = [...nobody, ...left];
  return [...blocks, ...who, ...(untaken.length > 0 ? [untaken.join("")] : []), [last, ...raw].join("")].join("\n");
}

function blockOf(path: string): string {
  return /^\S+ [^.[]+/.exec(path)?.[0] ?? path;
}

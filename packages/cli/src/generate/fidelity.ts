import type { FieldReport, Report, TargetVerdict } from "@dpm/core";
import { visible } from "@dpm/print";
import { counted } from "../headline.ts";
import { words } from "../language.ts";
import { countsOf, rawTexts } from "../report/words.ts";
import { columns, styles } from "../terminal/output.ts";
import { table, type Cell } from "../terminal/table.ts";

/** So many losses are shown; the report has them all. */
const most = 5;

/** How many fields came through, and the worst of what did not. */
export function fidelity(report: Report): string {
  const { fields } = report.summary;
  const losses = lossesOf(report);
  const shown = losses
    .slice(0, most)
    .map((loss): readonly (Cell | string)[] => [
      loss.verdict === "impossible"
        ? { text: `✗ ${loss.target}`, paint: styles.bad }
        : { text: `≈ ${loss.target}`, paint: styles.fair },
      loss.field,
      visible(loss.reason),
    ]);
  const nobody = report.untaken.map(({ kind, names }): readonly (Cell | string)[] => [
    { text: words.none(), paint: styles.dim },
    kind,
    { text: words.nobodyTakesOf({ names: few(names) }), paint: styles.dim },
  ]);
  const hidden = losses.length - shown.length;
  const lines = table([...shown, ...nobody], { indent: "  ", gap: "   ", width: columns(), long: "cut" });
  return [
    `  ${counted(fields, "field")}   ${countsOf(report.summary)}      ${styles.dim("dpm report")}`,
    ...rawTexts(report).map((line) => `  ${line}`),
    ...(shown.length + nobody.length > 0 ? lines : []),
    ...(hidden > 0 ? [styles.dim(`  ${words.hiddenLosses({ n: hidden })}`)] : []),
    "",
  ].join("\n");
}

function few(names: readonly string[]): string {
  return names.length <= 3
    ? names.join(words.comma())
    : words.andMore({ names: names.slice(0, 2), n: names.length - 2 });
}

interface Loss {
  readonly verdict: "approximated" | "impossible";
  readonly target: string;
  readonly field: string;
  readonly reason: string;
}

/**
 * What is lost in the whole: fields that no target expresses exactly, by the best that any does. Parts of one field that
 * share a target and a kind of reason are one loss. The impossible comes first.
 */
export function lossesOf({ fields }: Report): readonly Loss[] {
  const found = fields.flatMap((field) => {
    const best = bestOf(field);
    if (best?.verdict !== "approximated" && best?.verdict !== "impossible") return [];
    const names = namesOf(field.path);
    return [{ names, best, key: JSON.stringify([best.verdict, best.target, best.reason.code, names[0]]) }];
  });
  const losses = [...Map.groupBy(found, (one) => one.key).values()].flatMap((group): readonly Loss[] => {
    const [first] = group;
    if (!first) return [];
    const { verdict, target, reason } = first.best;
    const others = new Set(group.map((one) => one.best.reason.message)).size - 1;
    const told = others > 0 ? words.othersToo({ reason: reason.message, n: others }) : reason.message;
    return [{ verdict, target, field: shared(group.map((one) => one.names)), reason: told }];
  });
  return [
    ...losses.filter((one) => one.verdict === "impossible"),
    ...losses.filter((one) => one.verdict === "approximated"),
  ];
}

const order = ["exact", "by-default", "elsewhere", "approximated", "impossible"] as const;

/** What is elsewhere is judged there; where nobody else has a say it counts as expressed. */
function bestOf({ verdicts }: FieldReport): TargetVerdict | undefined {
  const said = verdicts.filter((one) => one.verdict !== "elsewhere");
  return (said.length > 0 ? said : verdicts).toSorted(
    (one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict),
  )[0];
}

/** `servers[2]` and `weight` of `load_balancer ApiGateway.servers[2].weight`; the block's own name where there is no field. */
function namesOf(path: string): readonly string[] {
  const [block = path] = /^\S+ [^.[]+/.exec(path) ?? [];
  const names = path
    .slice(block.length)
    .split(".")
    .filter((one) => one !== "");
  return names.length > 0 ? names : [block];
}

/** What all paths begin with. */
function shared(paths: readonly (readonly string[])[]): string {
  const [first = []] = paths;
  const differs = first.findIndex((name, index) => paths.some((path) => path[index] !== name));
  return first.slice(0, differs < 0 ? undefined : differs).join(".");
}

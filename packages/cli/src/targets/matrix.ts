import type { KindSupport, Possible, TargetInput, VerdictName } from "@dpm/core";
import { words as say } from "../language.ts";
import { verdictWords } from "../report/words.ts";
import { columns, styles } from "../terminal/output.ts";
import { table, type Cell } from "../terminal/table.ts";

/** One field, or group of fields, and what may become of it. */
interface Row {
  readonly kind: string;
  readonly field: string;
  readonly possible: Possible;
}

/** Kind by kind: every field with the verdicts that each target may give. */
export function matrixText(targets: readonly TargetInput[]): string {
  const tables = targets.map((target) => ({ target, rows: rowsOf(target) }));
  const kinds = [...new Set(tables.flatMap(({ rows }) => rows.map((row) => row.kind)))];
  return kinds
    .map((kind) => {
      const taking = tables.filter(({ rows }) => rows.some((row) => row.kind === kind));
      const fields = finest(
        taking.flatMap(({ rows }) => rows.filter((row) => row.kind === kind).map((row) => row.field)),
      );
      const header: readonly (Cell | string)[] = [
        { text: kind, paint: styles.bold },
        ...taking.map(({ target }) => ({ text: target.name, paint: styles.bold })),
      ];
      const body = fields.map((field) => [field, ...taking.map(({ rows }) => said(rows, kind, field))]);
      return `${table([header, ...body], { indent: "", gap: "   ", width: Math.max(columns(), 200) }).join("\n")}\n`;
    })
    .join("\n");
}

/** Each field once, in the order of the kind; a group that another target answers field by field is left out. */
function finest(fields: readonly string[]): readonly string[] {
  const all = [...new Set(fields)];
  const groups = all.map((field) => field.split(".")[0] ?? "");
  const inner = all.filter(
    (field) => !all.some((other) => other.startsWith(field === "" ? "" : `${field}.`) && other !== field),
  );
  return inner.toSorted(
    (one, other) => groups.indexOf(one.split(".")[0] ?? "") - groups.indexOf(other.split(".")[0] ?? ""),
  );
}

/** The field's own answer, else that of the group around it. */
function said(rows: readonly Row[], kind: string, field: string): string {
  const around = rows.filter(
    (row) => row.kind === kind && (row.field === "" || field === row.field || field.startsWith(`${row.field}.`)),
  );
  const nearest = around.toSorted((one, other) => other.field.length - one.field.length)[0];
  return nearest ? words(nearest.possible) : "";
}

function words(possible: Possible): string {
  const [verdicts, since] =
    "verdicts" in possible
      ? [possible.verdicts, possible.since]
      : [possible, {} as Readonly<Partial<Record<VerdictName, string>>>];
  return verdicts
    .map((one) =>
      since[one] === undefined
        ? verdictWords[one]
        : say.fromVersion({ verdict: verdictWords[one], version: since[one] }),
    )
    .join(", ");
}

/** What `schemas/targets.json` describes as `fields`. */
export function matrixJson(target: TargetInput): readonly object[] {
  return rowsOf(target).map(({ kind, field, possible }) => ({
    kind,
    field,
    ...("verdicts" in possible ? { verdicts: possible.verdicts, since: possible.since } : { verdicts: possible }),
  }));
}

function rowsOf({ plugin }: TargetInput): readonly Row[] {
  return Object.entries(plugin.support ?? {}).flatMap(([kind, support]) =>
    support ? walk(kind, "", (support as KindSupport).fields) : [],
  );
}

function walk(kind: string, field: string, tree: unknown): readonly Row[] {
  if (isPossible(tree)) return [{ kind, field, possible: tree }];
  return Object.entries(tree as object).flatMap(([name, inner]) =>
    walk(kind, field === "" ? snake(name) : `${field}.${snake(name)}`, inner),
  );
}

function isPossible(tree: unknown): tree is Possible {
  return Array.isArray(tree) || (typeof tree === "object" && tree !== null && "verdicts" in tree && "since" in tree);
}

/** The support table has the model's names, a reader knows the language's. */
function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

import type { BlockKind, TargetInput } from "@dpm/core";
import {
  aliasTexts,
  describeField,
  english,
  fieldsOfKind,
  freeName,
  identityText,
  say,
  spelled,
  supportOfKind,
  unwrittenText,
  verdictsOf,
  verdictTexts,
  type KindField,
} from "@dpm/core/docs";
import { columns, styles } from "../terminal/output.ts";
import { table, type Cell } from "../terminal/table.ts";
import { wrap } from "../terminal/width.ts";

type Row = readonly (Cell | string)[];

const words = english;

/** A kind for people: what it says, its fields, an example, and who takes it. */
export function kindText(kind: BlockKind, targets: readonly TargetInput[]): string {
  const [first] = topOf(kind);
  const taking = targets.flatMap((target): readonly Row[] => {
    const support = supportOfKind(target.plugin, kind.kind);
    return support ? [[bold(target.name), support.layer]] : [];
  });
  return sections([
    [styles.bold(kind.kind), ...paragraph(kind.doc), ...paragraph(identityText(kind, words))],
    rows(topOf(kind).map(meaningRow)),
    kind.example === undefined ? [] : kind.example.trimEnd().split("\n").map(indented),
    rows(taking),
    first ? [indented(styles.dim(`dpm explain ${kind.kind}.${spelled(first)}`))] : [],
  ]);
}

/** The fields of a kind's body; where all names there are free also what is below them. */
function topOf(kind: BlockKind): readonly KindField[] {
  return fieldsOfKind(kind).filter(({ path }) => path.slice(0, -1).every((name) => name === freeName));
}

function meaningRow(field: KindField): Row {
  return [bold(spelled(field)), plain(describeField(field, words).doc ?? "")];
}

/** A field for people: what it takes and means, its values or fields, and what each target makes of it. */
export function fieldText(
  kind: BlockKind,
  field: KindField,
  inside: readonly KindField[],
  targets: readonly TargetInput[],
): string {
  const described = describeField(field, words);
  const { page } = words;
  const also = aliasTexts(field.spec, words).join(", ");
  const facts: readonly Row[] = [
    [page.takes, plain([described.takes, ...described.limits].join("; "))],
    [page.unwritten, plain(unwrittenText(field, words))],
    ...(also === "" ? [] : [[page.also, plain(also)]]),
    [page.model, [described.model, ...(described.unit === undefined ? [] : [plain(described.unit)])].join(", ")],
  ];
  const values = (described.values ?? []).map(({ value, doc, aliases }): Row => [
    bold(value),
    [plain(doc), ...(aliases.length > 0 ? [say(words.notes.otherSpellings, { names: aliases.join(", ") })] : [])].join(
      " · ",
    ),
  ]);
  const head = [
    ...(field.when ? [say(words.notes.when, { tag: `${field.when.tag}: ${field.when.value}` })] : []),
    described.doc ?? "",
    ...(field.isFact ? [words.notes.fact] : []),
  ];
  return sections([
    [styles.bold(`${kind.kind}.${described.field}`), ...head.flatMap((text) => (text === "" ? [] : paragraph(text)))],
    rows(facts),
    rows(values),
    rows(inside.map(meaningRow)),
    rows(field.isFact ? [] : targets.flatMap((target) => verdictRow(kind, field, target))),
  ]);
}

function verdictRow(kind: BlockKind, field: KindField, target: TargetInput): readonly Row[] {
  const support = supportOfKind(target.plugin, kind.kind);
  const verdicts = support ? verdictTexts(verdictsOf(support, field), words).join(", ") : "";
  return verdicts === "" ? [] : [[bold(labelOf(target)), verdicts]];
}

/** The target with the version that it is for. */
function labelOf({ name, version, plugin }: TargetInput): string {
  const meant = version ?? Object.values(plugin.engines ?? {})[0];
  return meant === undefined ? name : `${name} ${meant}`;
}

function bold(text: string): Cell {
  return { text, paint: styles.bold };
}

/** A terminal needs no backticks to set names apart. */
function plain(text: string): string {
  return text.replaceAll("`", "");
}

function indented(line: string): string {
  return line === "" ? "" : `  ${line}`;
}

function paragraph(text: string): readonly string[] {
  return wrap(plain(text), columns() - 2).map(indented);
}

function rows(cells: readonly Row[]): readonly string[] {
  return cells.length > 0 ? table(cells, { indent: "  ", gap: "   ", width: columns() }) : [];
}

function sections(parts: readonly (readonly string[])[]): string {
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

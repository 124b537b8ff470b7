import type { Plugin } from "../plugin/define-plugin.ts";
import type { BlockKind } from "../fields/block.ts";
import type { TypeSpec } from "../fields/spec.ts";
import { fieldsOfKind, innermost, spelled, type KindField } from "./fields.ts";
import { valuesOf } from "./describe-field.ts";
import { aliasTexts, docText, isSuffixed, limitsText, typeText, unwrittenText } from "./field-text.ts";
import { fenced, page, table } from "./markdown.ts";
import { supportOfKind, verdictsOf, type PossibleVerdict } from "./support.ts";
import { english, quoted, say, type Words } from "./words.ts";

/** What a kind's page is made for. */
export interface PageContext {
  /** The targets whose support it tells. */
  readonly plugins: readonly Plugin[];
  readonly words?: Words;
}

/** The page of a kind in Markdown: what it says, an example, every field, and what each target makes of it. */
export function kindPage(kind: BlockKind, { plugins, words = english }: PageContext): string {
  const fields = fieldsOfKind(kind);
  return page([
    `<!-- ${words.page.notice} -->`,
    `# ${kind.kind}`,
    kind.doc,
    identityText(kind, words),
    ...(kind.example === undefined ? [] : [`## ${words.page.example}`, fenced("dpm", kind.example)]),
    `## ${words.page.fields}`,
    fieldsTable(kind, fields, words),
    ...fields.flatMap((field) => valuesTable(field, words)),
    `## ${words.page.targets}`,
    targetsText(kind, fields, plugins, words),
  ]);
}

/** To what a block belongs, and how many a name may have. */
export function identityText({ facet, identity }: BlockKind, { page: words }: Words): string {
  const belongs = facet ? words.facet : words.alone;
  return `${belongs} ${identity.length > 0 ? say(words.identity, { fields: quoted(identity) }) : words.named}`;
}

function fieldsTable({ body }: BlockKind, fields: readonly KindField[], words: Words): string {
  const { page: titles } = words;
  const rows = fields.map((field) => [
    `\`${spelled(field)}\``,
    [typeText(field.spec.of, words), ...limitsText(field.spec.of, words)].join("; "),
    unwrittenText(field, words),
    meaningOf(field, words),
  ]);
  const free = body.rest?.expected === undefined ? "" : say(words.notes.free, { expected: body.rest.expected });
  return page([
    free,
    quantitiesText(fields, words),
    table([titles.field, titles.takes, titles.unwritten, titles.meaning], rows),
  ]).trimEnd();
}

function meaningOf(field: KindField, words: Words): string {
  const { notes } = words;
  const { spec, when, isFact } = field;
  const others = Object.entries(spec.aliases ?? {}).filter(([name, unit]) => !isSuffixed(field, name, unit));
  const names = aliasTexts({ ...spec, aliases: Object.fromEntries(others) }, words);
  return [
    ...(when ? [say(notes.when, { tag: `\`${when.tag}: ${when.value}\`` })] : []),
    docText(field, words) ?? "",
    ...(names.length > 0 ? [say(notes.also, { names: names.join(", ") })] : []),
    ...(isFact ? [notes.fact] : []),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** How the quantities that the fields hold are written and kept. */
function quantitiesText(fields: readonly KindField[], { page: texts, quantities }: Words): string {
  const types = new Set(fields.map(({ spec }) => innermost(spec.of).type));
  const told = Object.entries(quantities).flatMap(([type, text]) => (types.has(type as TypeName) ? [text] : []));
  const suffixes = types.has("duration") ? `${texts.suffixes} ` : "";
  return told.length > 0 ? suffixes + say(texts.quantities, { quantities: told.join(", ") }) : "";
}

type TypeName = TypeSpec["type"];

/** What each value of an enumeration means. */
function valuesTable(field: KindField, { page: words }: Words): readonly string[] {
  const type = innermost(field.spec.of);
  if (type.type !== "enum" || Object.values(type.values).every((doc) => doc === "")) return [];
  const rows = valuesOf(type).map(({ value, doc, aliases }) => [`\`${value}\``, doc, quoted(aliases)]);
  const title = `### ${say(words.values, { field: `\`${spelled(field)}\`` })}`;
  const header = [words.value, words.meaning];
  return Object.keys(type.aliases).length > 0
    ? [title, table([...header, words.spellings], rows)]
    : [
        title,
        table(
          header,
          rows.map((row) => row.slice(0, 2)),
        ),
      ];
}

function targetsText(kind: BlockKind, fields: readonly KindField[], plugins: readonly Plugin[], words: Words): string {
  const taking = plugins.flatMap((plugin) => {
    const support = supportOfKind(plugin, kind.kind);
    return support ? [{ plugin, support }] : [];
  });
  if (taking.length === 0) return words.page.untaken;
  const rows = fields
    .filter(({ isFact }) => !isFact)
    .map((field) => [
      `\`${spelled(field)}\``,
      ...taking.map(({ support }) => verdictTexts(verdictsOf(support, field), words).join(", ")),
    ])
    .filter(([, ...cells]) => cells.some((cell) => cell !== ""));
  const engines = taking.flatMap(({ plugin, support }) => engineTexts(plugin, support.partial === true, words));
  return page([
    engines.join(" "),
    table([words.page.field, ...taking.map(({ plugin }) => plugin.name)], rows),
  ]).trimEnd();
}

/** `exact from 1.29.6 on`. */
export function verdictTexts(verdicts: readonly PossibleVerdict[], words: Words): readonly string[] {
  return verdicts.map(({ verdict, since }) => {
    const name = words.verdicts[verdict];
    return since === undefined ? name : say(words.page.since, { verdict: name, version: since });
  });
}

function engineTexts({ name, engines = {} }: Plugin, isPartial: boolean, { page: words }: Words): readonly string[] {
  const target = `\`${name}\``;
  const written = Object.entries(engines).map(([engine, version]) => say(words.engine, { target, engine, version }));
  return [...written, ...(isPartial ? [say(words.partly, { target })] : [])];
}

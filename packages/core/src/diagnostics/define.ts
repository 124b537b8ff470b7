import type { Span } from "../source/source-file.ts";
import { type Diagnostic, type Fix, type Params, type Phrase, type Reason, type Severity, told } from "./diagnostic.ts";
import { fill } from "./fill.ts";
import { dictionary } from "./dictionary.ts";
import { camel, type Camel, type From } from "./places.ts";

/** One entry of a catalogue. `{name}` in a text is filled from the parameter of that name. */
export interface CatalogueEntry {
  readonly severity: Severity;
  readonly message: string;
  /** The advice; where it differs from case to case, one text per case, which `at` chooses by name. */
  readonly help?: string | Readonly<Record<string, string>>;
}

type HelpOf<Entry> = Entry extends { readonly help: infer Help }
  ? Help extends string
    ? Help
    : Help[keyof Help]
  : never;
type HelpNames<Entry> = Entry extends { readonly help: Readonly<Record<infer Name extends string, string>> }
  ? Name
  : never;

/** A problem that has no place yet. */
export interface Problem<Names extends string = never> extends Reason {
  readonly severity: Severity;
  /** Places it: the smallest token that must change, and what the caret's line says. */
  readonly at: (span: Span | undefined, extra?: Placement<Names>) => Diagnostic;
}

/** What may go with a place. */
export interface Placement<Names extends string = never> {
  readonly label?: Phrase | string;
  readonly related?: readonly { readonly message: Phrase | string; readonly span: Span | undefined }[];
  readonly fixes?: readonly (Pick<Fix, "edits"> & { readonly title: Phrase | string })[];
  /** The name of one of the entry's texts, or a phrase. */
  readonly help?: Names | Phrase | string;
}

/** Typed constructors of one owner's diagnostics, and the catalogue itself for docs and translation. */
export type Diagnostics<Entries extends Readonly<Record<string, CatalogueEntry>>> = {
  readonly [Slug in keyof Entries & string as Camel<Slug>]: From<
    Entries[Slug]["message"] | HelpOf<Entries[Slug]>,
    Problem<HelpNames<Entries[Slug]>>
  >;
} & { readonly catalogue: Catalogue<Entries> };

/** Every code of one owner with its texts. */
export interface Catalogue<
  Entries extends Readonly<Record<string, CatalogueEntry>> = Readonly<Record<string, CatalogueEntry>>,
> {
  readonly owner: string;
  readonly entries: Entries;
}

/** Declares the diagnostics of one owner: `core`, `workspace` or a plugin. An unknown code or a missing parameter does not compile. */
export function defineDiagnostics<const Entries extends Readonly<Record<string, CatalogueEntry>>>(
  owner: string,
  entries: Entries,
): Diagnostics<Entries> {
  const made = dictionary<unknown>();
  for (const [slug, entry] of Object.entries(entries))
    made[camel(slug)] = (params: Params = {}) => problem(`${owner}/${slug}`, entry, params);
  made["catalogue"] = { owner, entries };
  return made as Diagnostics<Entries>;
}

function problem(code: string, entry: CatalogueEntry, params: Params): Problem<string> {
  const message = fill(entry.message, params);
  const { severity } = entry;
  return {
    code,
    severity,
    message,
    params,
    at: (span, { help, label, related: all = [], fixes = [] } = {}) => {
      const related = all.flatMap((one) => (one.span ? [{ message: one.message, span: one.span }] : []));
      const advice = adviceOf(entry, help, params);
      return {
        code,
        severity,
        message,
        params,
        ...(advice !== undefined && { help: advice }),
        ...(span && { span }),
        ...(label !== undefined && { label: textOf(label) }),
        ...(related.length > 0 && { related: related.map((one) => ({ ...one, message: textOf(one.message) })) }),
        ...(fixes.length > 0 && { fixes: fixes.map(({ title, edits }) => ({ title: textOf(title), edits })) }),
        ...((help ?? label ?? all[0] ?? fixes[0]) && {
          [told]: {
            help,
            label: phraseOf(label),
            related: related.map((one) => phraseOf(one.message)),
            fixes: fixes.map(({ title }) => phraseOf(title)),
          },
        }),
      };
    },
  };
}

/** The chosen text of the entry, or the phrase that was given. */
function adviceOf({ help }: CatalogueEntry, given: string | Phrase | undefined, params: Params): string | undefined {
  if (typeof given === "object") return given.message;
  if (typeof help !== "object") return given ?? (help === undefined ? undefined : fill(help, params));
  const text = help[given ?? ""];
  return text === undefined ? given : fill(text, params);
}

function textOf(text: Phrase | string): string {
  return typeof text === "string" ? text : text.message;
}

function phraseOf(text: Phrase | string | undefined): Phrase | undefined {
  return typeof text === "object" ? text : undefined;
}

import type { Span } from "../source/source-file.ts";
import type { Diagnostic, Fix, Params, Reason, Severity } from "./diagnostic.ts";

/** One entry of a catalogue. `{name}` in a text is filled from the parameter of that name. */
export interface CatalogueEntry {
  readonly severity: Severity;
  readonly message: string;
  /** The advice; where it differs from case to case, one text per case, which `at` chooses by name. */
  readonly help?: string | Readonly<Record<string, string>>;
}

/** Every `{name}` of a text; braces around anything else than one word are text. */
type Names<Text> = Text extends `${infer Before}}${infer Rest}` ? Word<AfterLastBrace<Before>> | Names<Rest> : never;
type AfterLastBrace<Text> = Text extends `${string}{${infer Rest}`
  ? Rest extends `${string}{${string}`
    ? AfterLastBrace<Rest>
    : Rest
  : never;
type Word<Text> = Text extends "" | `${string} ${string}` | `${string}"${string}` ? never : Text;
type ParamsOf<Entry extends CatalogueEntry> = {
  readonly [Name in (Names<Entry["message"]> | Names<HelpOf<Entry>>) & string]: string | number | readonly string[];
};
type HelpOf<Entry extends CatalogueEntry> =
  Entry["help"] extends Readonly<Record<string, string>> ? Entry["help"][keyof Entry["help"]] : Entry["help"];
type Camel<Slug extends string> = Slug extends `${infer Head}-${infer Rest}`
  ? `${Head}${Capitalize<Camel<Rest>>}`
  : Slug;

/** A problem that has no place yet. */
export interface Problem extends Reason {
  readonly severity: Severity;
  /** Places it: the smallest token that must change, and what the caret's line says. */
  readonly at: (span: Span | undefined, extra?: Placement) => Diagnostic;
}

/** What may go with a place. */
export interface Placement {
  readonly label?: string;
  readonly related?: readonly { readonly message: string; readonly span: Span | undefined }[];
  readonly fixes?: readonly Fix[];
  /** The name of one of the entry's texts, or a text. */
  readonly help?: string;
}

/** Typed constructors of one owner's diagnostics, and the catalogue itself for docs and translation. */
export type Diagnostics<Entries extends Readonly<Record<string, CatalogueEntry>>> = {
  readonly [Slug in keyof Entries & string as Camel<Slug>]: keyof ParamsOf<Entries[Slug]> extends never
    ? () => Problem
    : (params: ParamsOf<Entries[Slug]>) => Problem;
} & { readonly catalogue: Catalogue };

/** Every code of one owner with its texts. */
export interface Catalogue {
  readonly owner: string;
  readonly entries: Readonly<Record<string, CatalogueEntry>>;
}

/** Declares the diagnostics of one owner: `core`, `workspace` or a plugin. An unknown code or a missing parameter does not compile. */
export function defineDiagnostics<const Entries extends Readonly<Record<string, CatalogueEntry>>>(
  owner: string,
  entries: Entries,
): Diagnostics<Entries> {
  const constructors = Object.entries(entries).map(([slug, entry]) => [
    camel(slug),
    (params: Params = {}) => problem(`${owner}/${slug}`, entry, params),
  ]);
  return { ...Object.fromEntries(constructors), catalogue: { owner, entries } } as Diagnostics<Entries>;
}

/** Fills `{name}` places; a list is joined with commas. */
export function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? place : typeof value === "object" ? value.map(short).join(", ") : short(String(value));
  });
}

/** A message is to be read: of a text that nobody would read to its end the beginning is enough. */
function short(text: string): string {
  return text.length > 400 ? `${text.slice(0, 60).toWellFormed()}…` : text;
}

function problem(code: string, entry: CatalogueEntry, params: Params): Problem {
  const message = fill(entry.message, params);
  const { severity } = entry;
  return {
    code,
    severity,
    message,
    params,
    at: (span, extra = {}) => {
      const related = (extra.related ?? []).flatMap((one) =>
        one.span ? [{ message: one.message, span: one.span }] : [],
      );
      const advice = adviceOf(entry, extra.help, params);
      return {
        code,
        severity,
        message,
        params,
        ...(advice !== undefined && { help: advice }),
        ...(span && { span }),
        ...(extra.label !== undefined && { label: extra.label }),
        ...(related.length > 0 && { related }),
        ...(extra.fixes && extra.fixes.length > 0 && { fixes: extra.fixes }),
      };
    },
  };
}

/** The chosen text of the catalogue, or the text that was given. */
function adviceOf({ help }: CatalogueEntry, given: string | undefined, params: Params): string | undefined {
  if (typeof help !== "object") return given ?? (help === undefined ? undefined : fill(help, params));
  const chosen = given === undefined ? undefined : help[given];
  return chosen === undefined ? given : fill(chosen, params);
}

function camel(slug: string): string {
  return slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

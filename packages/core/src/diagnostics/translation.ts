import type { Catalogue, CatalogueEntry } from "./define.ts";

/** Every phrase of one owner, by its name. */
export type PhraseTexts = Readonly<Record<string, string>>;

/** The texts of one catalogue in another language: each entry with its message and with every text of its help. A missing one does not compile. */
export type Translation<Of extends { readonly catalogue: Catalogue }> = {
  readonly [Slug in keyof Of["catalogue"]["entries"]]: TranslatedEntry<Of["catalogue"]["entries"][Slug]>;
};

type TranslatedEntry<Entry extends CatalogueEntry> = { readonly message: string } & (Entry["help"] extends string
  ? { readonly help: string }
  : Entry["help"] extends Readonly<Record<string, string>>
    ? { readonly help: { readonly [Name in keyof Entry["help"]]: string } }
    : { readonly help?: never });

/** The phrases of one owner in another language. */
export type PhraseTranslation<Of extends { readonly phrases: { readonly texts: PhraseTexts } }> = {
  readonly [Slug in keyof Of["phrases"]["texts"]]: string;
};

/** Texts of any number of owners in one language: entries by their code, phrases by theirs. */
export type Translations = Readonly<Record<string, TranslatedText>>;
type TranslatedText =
  string | { readonly message: string; readonly help?: string | Readonly<Record<string, string>> | undefined };

/** The tables of one owner as one, by codes. */
export function translations(
  owner: string,
  entries: readonly Readonly<Record<string, TranslatedText>>[],
  phrases: readonly PhraseTexts[] = [],
): Translations {
  const coded = (tables: readonly Translations[], mark: string): readonly (readonly [string, TranslatedText])[] =>
    tables.flatMap((table) => Object.entries(table).map(([slug, text]) => [`${owner}${mark}${slug}`, text] as const));
  return Object.fromEntries<TranslatedText>([...coded(entries, "/"), ...coded(phrases, ":")]);
}

/** What fields' types say of themselves (`expected`), in another language: by the English texts, whoever's field it is. */
export function quotations(texts: PhraseTexts): Translations {
  return Object.fromEntries(Object.entries(texts).map(([english, text]) => [`expected:${english}`, text]));
}

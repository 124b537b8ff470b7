import type { Catalogue, Translations } from "@dpm/core";

/** Everything that an owner says. */
export interface Spoken {
  readonly catalogues: readonly Catalogue[];
  readonly phrases?: readonly { readonly owner: string; readonly texts: Readonly<Record<string, string>> }[];
}

/**
 * What is wrong with a translation: texts that are not told, or told with other places than the English ones. Each is a
 * sentence; none where all is well.
 */
export function untranslated({ catalogues, phrases = [] }: Spoken, translations: Translations): readonly string[] {
  const entries = catalogues.flatMap(({ owner, entries: all }) =>
    Object.entries(all).flatMap(([slug, { message, help }]) => {
      const told = translations[`${owner}/${slug}`];
      const other = typeof told === "object" ? told : { message: told, help: undefined };
      return [
        ...compared(`${owner}/${slug}`, message, other.message),
        ...helps(help).flatMap(([name, text]) =>
          compared(`help ${name} of ${owner}/${slug}`, text, helpNamed(other.help, name)),
        ),
      ];
    }),
  );
  const said = phrases.flatMap(({ owner, texts }) =>
    Object.entries(texts).flatMap(([slug, text]) => {
      const told = translations[`${owner}:${slug}`];
      return compared(`${owner}:${slug}`, text, typeof told === "string" ? told : undefined);
    }),
  );
  return [...entries, ...said];
}

function helps(help: string | Readonly<Record<string, string>> | undefined): readonly (readonly [string, string])[] {
  if (help === undefined) return [];
  return typeof help === "string" ? [["", help]] : Object.entries(help);
}

function helpNamed(help: string | Readonly<Record<string, string>> | undefined, name: string): string | undefined {
  return typeof help === "object" ? help[name] : help;
}

function compared(what: string, english: string, told: string | undefined): readonly string[] {
  if (told === undefined) return [`${what} is not told`];
  const [wanted, found] = [english, told].map((text) => [...new Set(text.match(/\{\w+\}/g))].toSorted().join(" "));
  return wanted === found ? [] : [`${what} has the places ${found || "none"}, not ${wanted || "none"}`];
}

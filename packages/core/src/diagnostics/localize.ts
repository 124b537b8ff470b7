import { type Diagnostic, type Phrase, told } from "./diagnostic.ts";
import { fill, type Language } from "./fill.ts";
import type { Translations } from "./translation.ts";

/** The same finding, told in another language. What is not translated stays as it is; `code` and `params` are the same in every language. */
export function localize<One extends Phrase | Diagnostic>(one: One, translations: Translations): One {
  const { say } = speaking(translations);
  const localized = { ...one, message: say(one) };
  if (!isDiagnostic(one)) return localized;
  const { [told]: texts, help, label, related, fixes } = one;
  return {
    ...localized,
    ...(help !== undefined && { help: adviceOf(one, translations) ?? help }),
    ...(label !== undefined && texts?.label && { label: say(texts.label) }),
    ...(related && {
      related: related.map((place, index) => ({ ...place, message: said(texts?.related[index]) ?? place.message })),
    }),
    ...(fixes && { fixes: fixes.map((fix, index) => ({ ...fix, title: said(texts?.fixes[index]) ?? fix.title })) }),
  };

  function said(phrase: Phrase | undefined): string | undefined {
    return phrase && say(phrase);
  }
}

/** How these translations say a phrase. */
export function speaking(translations: Translations): Language {
  const language: Language = {
    say: (phrase) => {
      const text = textOf(phrase.code, translations);
      return text === undefined ? phrase.message : fill(text, phrase.params, language);
    },
    comma: textOf("core:comma", translations) ?? ", ",
  };
  return language;
}

function adviceOf({ code, params, [told]: texts }: Diagnostic, translations: Translations): string | undefined {
  const language = speaking(translations);
  const given = texts?.help;
  if (typeof given === "object") return language.say(given);
  const entry = entryOf(code, translations);
  if (typeof entry !== "object" || entry.help === undefined) return undefined;
  const text = typeof entry.help === "object" ? entry.help[given ?? ""] : entry.help;
  return text === undefined ? undefined : fill(text, params, language);
}

function textOf(code: string, translations: Translations): string | undefined {
  const entry = entryOf(code, translations);
  return typeof entry === "object" ? entry.message : entry;
}

function entryOf(code: string, translations: Translations): Translations[string] | undefined {
  return Object.hasOwn(translations, code) ? translations[code] : undefined;
}

function isDiagnostic(one: Phrase | Diagnostic): one is Diagnostic {
  return "severity" in one;
}

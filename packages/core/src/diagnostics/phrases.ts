import type { Params, Phrase } from "./diagnostic.ts";
import { fill } from "./fill.ts";
import { speaking } from "./localize.ts";
import { dictionary } from "./dictionary.ts";
import { camel, type Camel, type From } from "./places.ts";
import type { PhraseTexts, Translations } from "./translation.ts";

/** Typed constructors of one owner's phrases, and their texts for translation. */
export type Phrases<Texts extends PhraseTexts> = {
  readonly [Slug in keyof Texts & string as Camel<Slug>]: From<Texts[Slug], Phrase>;
} & { readonly phrases: { readonly owner: string; readonly texts: Texts } };

/**
 * Declares texts that stand in messages or beside them: labels, titles of fixes, advice, what was expected. Their code is
 * `owner:name`, so it is never one of a diagnostic.
 */
export function definePhrases<const Texts extends PhraseTexts>(owner: string, texts: Texts): Phrases<Texts> {
  const made = dictionary<unknown>();
  for (const [slug, text] of Object.entries(texts))
    made[camel(slug)] = (params: Params = {}): Phrase => phrase(`${owner}:${slug}`, fill(text, params), params);
  made["phrases"] = { owner, texts };
  return made as Phrases<Texts>;
}

/** A phrase, whose JSON form is its English text. */
export function phrase(code: string, message: string, params: Params = {}): Phrase {
  return Object.defineProperty({ code, message, params }, "toJSON", { value: () => message });
}

/** The texts themselves, by the same names. */
export type Words<Texts extends PhraseTexts> = {
  readonly [Slug in keyof Texts & string as Camel<Slug>]: From<Texts[Slug], string>;
};

/** What is not put into another text but shown as it is: each phrase as its text in a language. */
export function spoken<Texts extends PhraseTexts>(defined: Phrases<Texts>, translations: Translations): Words<Texts> {
  const { owner, texts } = defined.phrases;
  const { say } = speaking(translations);
  const made = dictionary<unknown>();
  for (const [slug, text] of Object.entries(texts))
    made[camel(slug)] = (params: Params = {}): string =>
      say({ code: `${owner}:${slug}`, message: fill(text, params), params });
  return made as Words<Texts>;
}

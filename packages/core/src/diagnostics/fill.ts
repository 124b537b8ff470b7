import type { Param, Params, Phrase } from "./diagnostic.ts";

/** How a language says a phrase that stands in another text, and what stands between the items of a list. */
export interface Language {
  readonly say: (phrase: Phrase) => string;
  readonly comma: string;
}

const english: Language = { say: ({ message }) => message, comma: ", " };

/** Fills `{name}` places; a list is joined with commas. */
export function fill(text: string, params: Params, language: Language = english): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? place : inWords(value, language);
  });
}

/** A parameter as it stands in a message. */
export function inWords(value: Param, language: Language = english): string {
  if (typeof value !== "object") return short(String(value));
  if (!isList(value)) return short(language.say(value));
  return value.map((one) => short(typeof one === "string" ? one : language.say(one))).join(language.comma);
}

/** Parameters for machines: no phrase but its English text. */
export type PlainParams = Readonly<Record<string, string | number | readonly string[]>>;

export function plainParams(params: Params): PlainParams {
  const plain = (value: string | Phrase): string => (typeof value === "string" ? value : value.message);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "number" ? value : typeof value === "object" && isList(value) ? value.map(plain) : plain(value),
    ]),
  );
}

function isList(value: Phrase | readonly (string | Phrase)[]): value is readonly (string | Phrase)[] {
  return Array.isArray(value);
}

/** A message is to be read: of a text that nobody would read to its end the beginning is enough. */
function short(text: string): string {
  return text.length > 400 ? `${text.slice(0, 60).toWellFormed()}…` : text;
}

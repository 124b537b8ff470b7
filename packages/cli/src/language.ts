import { spoken, type Translations } from "@dpm/core";
import type { Locale } from "@dpm/workspace";
import { asksForJson, localeOf } from "./locale.ts";
import { phrases } from "./phrases.ts";

/** The language of this run. */
export const locale: Locale = localeOf(process.argv.slice(2), process.env, asksForJson);

/** dpm's own texts in that language; none for English. */
export const translations: Translations = locale === "zh" ? (await import("./zh/index.ts")).zh : {};

/** The command's own words in that language. */
export const words = spoken(phrases, translations);

/** dpm's own texts in Chinese. Loaded only by who speaks it. */
import { translations, type Translations } from "../translation.ts";
import { conditional } from "./conditional.ts";
import { language, languageWords } from "./language.ts";
import { model } from "./model.ts";
import { parse } from "./parse.ts";
import { phrases } from "./phrases.ts";
import { plugins } from "./plugins.ts";
import { rules } from "./rules.ts";
import { values } from "./values.ts";

const entries = [parse, language, values, model, rules, conditional, plugins];

export const zh: Translations = translations("core", entries, [phrases, languageWords]);

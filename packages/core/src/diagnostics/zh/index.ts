/** dpm's own texts in Chinese. Loaded only by who speaks it. */
import { translations, type Translations } from "../translation.ts";
import { conditional } from "./conditional.ts";
import { language, languageWords } from "./language.ts";
import { phrases } from "./phrases.ts";

export const zh: Translations = translations("core", [conditional, language], [phrases, languageWords]);

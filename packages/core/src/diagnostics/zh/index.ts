/** dpm's own texts in Chinese. Loaded only by who speaks it. */
import { translations, type Translations } from "../translation.ts";
import { conditional } from "./conditional.ts";
import { language, languageWords } from "./language.ts";
import { phrases } from "./phrases.ts";
import { breaker } from "./rules-breaker.ts";
import { data } from "./rules-data.ts";
import { load } from "./rules-load.ts";
import { observability } from "./rules-observability.ts";
import { time, timeWords } from "./rules-time.ts";

export const zh: Translations = translations(
  "core",
  [conditional, language, time, breaker, load, data, observability],
  [phrases, languageWords, timeWords],
);

/** dpm's own texts in Chinese. Loaded only by who speaks it. */
import { quotations, translations, type Translations } from "../translation.ts";
import { conditional } from "./conditional.ts";
import { kinds } from "./kinds.ts";
import { language, languageWords } from "./language.ts";
import { model, modelWords } from "./model.ts";
import { parse, parseWords } from "./parse.ts";
import { phrases } from "./phrases.ts";
import { plugins } from "./plugins.ts";
import { raw } from "./raw.ts";
import { breaker } from "./rules-breaker.ts";
import { data } from "./rules-data.ts";
import { load } from "./rules-load.ts";
import { observability } from "./rules-observability.ts";
import { time, timeWords } from "./rules-time.ts";
import { rules, ruleWords } from "./rules.ts";
import { expectations, values, valueWords } from "./values.ts";

const entries = [
  parse,
  language,
  values,
  model,
  rules,
  time,
  breaker,
  load,
  data,
  observability,
  kinds,
  raw,
  conditional,
  plugins,
];

const words = [phrases, parseWords, languageWords, valueWords, modelWords, ruleWords, timeWords];

export const zh: Translations = { ...translations("core", entries, words), ...quotations(expectations) };

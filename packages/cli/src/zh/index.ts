/** The command's own texts in Chinese, and dpm's. Loaded only by who speaks it. */
import { translations, type Translations } from "@dpm/core";
import { zh as core } from "@dpm/core/zh";
import { zh as workspace } from "@dpm/workspace/zh";
import { entries } from "./diagnostics.ts";
import { phrases } from "./phrases.ts";

export const zh: Translations = { ...core, ...workspace, ...translations("cli", [entries], [phrases]) };

import type { Translations } from "@dpm/core";
import { importModule } from "../modules/import-module.ts";
import type { PluginModule } from "./load-plugin.ts";
import { besideEntry } from "./resolve.ts";

/** A language that dpm speaks beside English. */
export type Locale = "en" | "zh";

/**
 * What is told in this language: dpm's own texts, and those of the plugins whose packages bring it as `./zh`. A plugin
 * that does not speaks English, and so does one whose texts cannot be loaded: no run fails for its language.
 */
export async function loadTranslations(locale: Locale, plugins: readonly PluginModule[]): Promise<Translations> {
  if (locale === "en") return {};
  const [core, workspace, ...others] = await Promise.all([
    import("@dpm/core/zh"),
    import("../zh.ts"),
    ...plugins.map(({ file }) => textsBeside(file)),
  ]);
  return Object.assign({}, ...others, workspace.zh, core.zh) as Translations;
}

async function textsBeside(file: string): Promise<Translations> {
  const texts = besideEntry(file, "./zh");
  if (texts === undefined) return {};
  const loaded = await importModule(texts, "plugin").catch(() => undefined);
  return (loaded as { readonly zh?: Translations } | undefined)?.zh ?? {};
}

import { phrases as corePhrases, speaking, suggest, type Translations } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { locale, words } from "../language.ts";
import type { ModelOptions } from "../options.ts";
import { phrases } from "../phrases.ts";
import { asked, refuse } from "../project.ts";
import { columns, print, printJson, styles } from "../terminal/output.ts";
import { wrap } from "../terminal/width.ts";
import { knownCodes } from "./known-codes.ts";
import { pageOf } from "./page.ts";

/** Shows what the catalogue says of a code, and its page where the package brings one. */
export async function explainCode(code: string, options: ModelOptions): Promise<void> {
  const { entries, plugins, translations } = await knownCodes(asked([], options));
  const entry = entries.get(code);
  if (!entry) {
    const near = nearest(code, [...entries.keys()]);
    const more = near === undefined ? {} : { help: phrases.writeIfMeant({ near: `\`${near}\`` }) };
    return refuse(problems.unknownCode({ code }).at(undefined, more), options.format);
  }
  const page = pageOf(code, plugins);
  const { severity, message, help } = { ...entry, ...translated(code, translations) };
  if (options.format === "json")
    return printJson({
      code,
      severity,
      message,
      ...(help !== undefined && { help }),
      ...(page !== undefined && { page }),
    });
  // Pages are English; in another language the catalogue's own words stand before them.
  if (page !== undefined && locale === "en") return print(painted(page));
  const advice = typeof help === "object" ? Object.values(help) : help === undefined ? [] : [help];
  const told = [message, ...advice.map((one) => words.help({ help: one }))];
  const lines = told.flatMap((text) => wrap(withoutBraces(text), columns() - 2));
  const rank = speaking(translations).say(corePhrases[severity]());
  const own = `${rank} ${styles.bold(code)}\n${lines.map((line) => `  ${line}\n`).join("")}`;
  print(page === undefined ? own : `${own}\n${painted(page)}`);
}

function translated(code: string, texts: Translations): Exclude<Translations[string], string> | undefined {
  const entry = Object.hasOwn(texts, code) ? texts[code] : undefined;
  return typeof entry === "object" ? entry : undefined;
}

/** Whether a word is a code without its owner. */
export async function namedCode(word: string, options: ModelOptions): Promise<boolean> {
  const { entries } = await knownCodes(asked([], options));
  return [...entries.keys()].some((code) => slugOf(code) === word);
}

/** The code that was probably meant, written in full or without its owner. */
function nearest(code: string, known: readonly string[]): string | undefined {
  const named = known.find((one) => slugOf(one) === slugOf(code));
  const near = suggest(slugOf(code), known.map(slugOf));
  return named ?? suggest(code, known) ?? known.find((one) => slugOf(one) === near);
}

function slugOf(code: string): string {
  return code.slice(code.indexOf("/") + 1);
}

/** What a message is filled with is not known here: `{times}` is told as `<times>`, as a command line would. */
function withoutBraces(text: string): string {
  return text.replace(/\{(\w+)\}/g, "<$1>");
}

/** Markdown reads well as it is; only its headings are set apart. */
function painted(page: string): string {
  return page.replace(/^#+ .*$/gm, (heading) => styles.bold(heading.replace(/^#+ /, "")));
}

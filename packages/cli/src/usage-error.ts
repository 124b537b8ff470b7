import type { CommanderError } from "commander";
import type { Phrase } from "@dpm/core";
import { commands } from "./commands/index.ts";
import { diagnosticFormats, type DiagnosticFormat } from "./options.ts";

/** A wrong command, option or argument: told as a diagnostic is, in the form that was asked for, with exit code 2. */
export async function usageError({ message }: CommanderError, args: readonly string[]): Promise<void> {
  const [{ problems }, { endAs }, { locale, translations }, { phrases }, { localize }] = await Promise.all([
    import("./diagnostics.ts"),
    import("./project.ts"),
    import("./language.ts"),
    import("./phrases.ts"),
    import("@dpm/core"),
  ]);
  const [fact = "", guess] = message.replace(/^error: /, "").split("\n");
  const near =
    /\(Did you mean (?:one of )?(.+?)\?\)/.exec(guess ?? "")?.[1] ??
    beginning(/^unknown command '(.+)'$/.exec(fact)?.[1]);
  const named = commands.find(({ name }) => args.includes(name))?.name;
  const command = named === undefined ? "dpm --help" : `dpm help ${named}`;
  const english = fact.replaceAll("'", "`").replace(/\.$/, "");
  const problem = locale === "zh" ? (await import("./zh/usage.ts")).usageInChinese(english) : english;
  const nearest = near?.split(", ").map((one): string | Phrase => `\`${one}\``);
  const suggestion = nearest && {
    help: phrases.writeIfMeant({ near: nearest.reduce((one, other) => phrases.or({ one, other })) }),
  };
  const found = localize(problems.usage({ problem, command }).at(undefined, suggestion), translations);
  await endAs({ diagnostics: [found], sources: [] }, askedFormat(args), 2);
}

/** Read without the parser, which has just given up. */
function askedFormat(args: readonly string[]): DiagnosticFormat {
  if (args.includes("--json")) return "json";
  const asked = diagnosticFormats.find((format) =>
    args.some((one, index) => one === `--format=${format}` || (one === "--format" && args[index + 1] === format)),
  );
  return asked ?? "text";
}

/** The commands that begin so: what a shortened one means. */
function beginning(typed: string | undefined): string | undefined {
  const found =
    typed === undefined ? [] : commands.filter(({ name }) => name.startsWith(typed)).map(({ name }) => name);
  return found.length > 0 ? found.join(", ") : undefined;
}

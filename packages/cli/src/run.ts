import { Command, CommanderError, Option } from "commander";
import { commands } from "./commands/index.ts";
import { hasExamples } from "./help-text.ts";
import { asksForJson, localeOf, withoutLocale } from "./locale.ts";
import { columns, keepOutputToData, print } from "./terminal/output.ts";
import { usageError } from "./usage-error.ts";
import { version } from "./version.ts";

/** Reads the arguments and runs one command, whose code is loaded only then. Sets the exit code. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    const program = assemble(args);
    if (localeOf(args, process.env, asksForJson) === "zh") (await import("./zh/help.ts")).inChinese(program);
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === "commander.help") return;
    await usageError(error, args);
  }
}

function assemble(args: readonly string[]): Command {
  const program = new Command("dpm");
  program
    .description("One model of resilience and delivery patterns; the configuration and code of many engines.")
    .option("-v, --version", "show the version")
    .on("option:version", () => {
      print(`${version()}\n`);
      throw new CommanderError(0, "commander.version", "");
    })
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help for a command, with examples")
    .addOption(language())
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: print,
      writeErr: print,
      outputError: () => undefined,
      getOutHelpWidth: () => Math.min(columns(), 120),
    });
  const wanted = withoutLocale(args).find((arg) => !arg.startsWith("-") && arg !== "help");
  // Its questions are asked on standard output, and it makes no data.
  if (wanted !== "init") keepOutputToData();
  for (const { name, summary, define } of commands) {
    const command = program.command(name).summary(summary);
    if (name === wanted) define(command);
    command.addOption(language());
  }
  return hasExamples(program, firstSteps);
}

function language(): Option {
  const meaning = "the language of messages, reports and help (default: as LC_ALL, LC_MESSAGES or LANG say)";
  return new Option("--locale <language>", meaning).choices(["en", "zh"]);
}

const firstSteps = [
  ["dpm init", "write a first model and its configuration"],
  ["dpm generate", "make every configured target's files"],
  ["dpm help generate", "options and examples of one command"],
] as const;

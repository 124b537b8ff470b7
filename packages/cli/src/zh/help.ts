import type { Command } from "commander";
import type { WithExamples } from "../help-text.ts";
import { commandHelp, shared, type CommandHelp } from "./command-help.ts";

const titles: Readonly<Record<string, string>> = {
  "Usage:": "用法:",
  "Arguments:": "参数:",
  "Options:": "选项:",
  "Commands:": "命令:",
};

/** Tells the help of all commands in Chinese: what is defined stays, what is said of it changes. */
export function inChinese(program: Command): void {
  for (const command of [program, ...program.commands]) tell(command, commandHelp[command.name()]);
  program.helpCommand("help [command]", "显示命令的帮助和示例");
}

function tell(command: WithExamples, help: CommandHelp | undefined): void {
  const said = { ...shared, ...help?.said };
  command.configureHelp({
    ...command.configureHelp(),
    styleTitle: (title) => titles[title] ?? title,
    optionDescription: ({ description, argChoices, defaultValue }) =>
      withFacts(description, argChoices, defaultValue as unknown),
  });
  if (help) command.summary(help.summary).description(help.description);
  command.helpOption("-h, --help", "显示帮助");
  for (const option of command.options) option.description = said[option.long ?? ""] ?? option.description;
  for (const argument of command.registeredArguments)
    argument.description = said[argument.name()] ?? argument.description;
  command.exampleTitle = "示例:";
  command.examples = (command.examples ?? []).map(([written, meaning], index) => [
    written,
    help?.examples[index] ?? meaning,
  ]);
}

function withFacts(description: string, choices: readonly string[] | undefined, value: unknown): string {
  const facts = [
    ...(choices ? [`可选：${choices.join("、")}`] : []),
    ...(value !== undefined && value !== false ? [`默认：${JSON.stringify(value)}`] : []),
  ];
  return facts.length > 0 ? `${description}（${facts.join("；")}）` : description;
}

import type { Command } from "commander";

type Example = readonly [command: string, meaning: string];

/** What a help text ends with. */
export function hasExamples(command: Command, examples: readonly Example[]): Command {
  const width = Math.max(...examples.map(([written]) => written.length));
  const lines = examples.map(([written, meaning]) => `  ${written.padEnd(width)}   ${meaning}\n`);
  return command.addHelpText("after", `\nExamples:\n${lines.join("").trimEnd()}`);
}

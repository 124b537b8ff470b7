import type { Command } from "commander";

export type Example = readonly [command: string, meaning: string];

/** A command with what its help text ends with. */
export interface WithExamples extends Command {
  exampleTitle?: string;
  examples?: readonly Example[];
}

/** What a help text ends with. */
export function hasExamples(command: WithExamples, examples: readonly Example[]): Command {
  command.examples = examples;
  return command.addHelpText("after", () => told(command));
}

function told({ exampleTitle = "Examples:", examples = [] }: WithExamples): string {
  const width = Math.max(...examples.map(([written]) => written.length));
  const lines = examples.map(([written, meaning]) => `  ${written.padEnd(width)}   ${meaning}\n`);
  return `\n${exampleTitle}\n${lines.join("").trimEnd()}`;
}

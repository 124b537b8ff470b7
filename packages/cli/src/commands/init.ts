import type { Command } from "commander";
import { hasExamples } from "../help-text.ts";

export function define(command: Command): void {
  command
    .description(
      "Writes a first model, main.dpm, and its configuration, .dpmrc.json, into the current folder. Where one of the two is already, nothing is written.",
    )
    .action(async () => {
      const { init } = await import("../actions/init.ts");
      await init(".");
    });
  hasExamples(command, [["dpm init && dpm generate", "from nothing to a first configuration"]]);
}

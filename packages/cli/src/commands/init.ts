import type { InitFlags } from "../actions/init.ts";
import type { CommandEntry } from "./entry.ts";
import { hasExamples } from "../help-text.ts";
import { ownTargets } from "../init/targets.gen.ts";
import { names } from "../options.ts";

export const init: CommandEntry = {
  name: "init",
  summary: "write a first model and its configuration",
  define: (command) => {
    command
      .description(
        "Writes a first model, main.dpm, and its configuration, .dpmrc.json, into the current folder. Asks in a terminal, and overwrites nothing.",
      )
      .option("-n, --name <name>", "what the first service is called")
      .option(
        "-t, --target <names>",
        `what to generate (a,b): ${ownTargets.map((one) => one.name).join(", ")} or any installed plugin`,
        names,
      )
      .option("-y, --yes", "ask nothing: an OrderService, and the targets whose plugins are installed")
      .action(async (flags: InitFlags) => {
        const action = await import("../actions/init.ts");
        await action.init(flags);
      });
    hasExamples(command, [
      ["dpm init", "ask, then write"],
      ["dpm init --yes --target nginx,compose", "in a script"],
    ]);
  },
};

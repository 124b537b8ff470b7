import { Option } from "commander";
import type { SimulateFlags } from "../actions/simulate.ts";
import type { CommandEntry } from "./entry.ts";
import { hasExamples } from "../help-text.ts";
import { count, takesFormat } from "../options.ts";

export const simulate: CommandEntry = {
  name: "simulate",
  summary: "play a component's policy against a failing backend",
  define: (command) => {
    takesFormat(
      command
        .description(
          "Plays a component's policy against a backend that fails, on a virtual clock: what the backend sees, what callers get, when the breaker opens.",
        )
        .argument("[component]", "whose policy; the only one that has one may be left out")
        .argument("[files...]", "files or patterns, instead of the configuration's `input`")
        .option("-c, --config <file>", "the configuration, instead of the nearest one")
        .option("-e, --env <name>", "the environment whose `env` blocks count")
        .addOption(
          new Option("-b, --backend <behaviour>", "down, slow, hang or flaky=<ratio> (default: down)").conflicts(
            "script",
          ),
        )
        .option(
          "-s, --script <file>",
          'what each call to the backend gets: [{ "outcome": "ok"|"error"|"hang"|"refuse", "after"?: "20ms" }, ...], the last one repeated',
        )
        .option(
          "-n, --requests <n>",
          "how many requests are sent in all (default: 5, or one for each caller where that is more)",
          count,
        )
        .option("--callers <n>", "how many callers send at the same time", count, 1)
        .option("--gap <duration>", "between the end of a caller's request and its next one, such as 100ms"),
    ).action(async (component: string | undefined, files: readonly string[], flags: SimulateFlags) => {
      const action = await import("../actions/simulate.ts");
      await action.simulate(component, files, flags);
    });
    hasExamples(command, [
      ["dpm simulate OrderService --backend down --requests 5", "every connection is refused"],
      ["dpm simulate OrderService --backend hang --callers 10", "ten callers, no answer"],
      ["dpm simulate OrderService --backend flaky=30%", "three of ten calls fail"],
      ["dpm simulate OrderService --script outcomes.json --gap 1s", "what happened last night"],
    ]);
  },
};

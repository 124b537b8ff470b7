import type { Command } from "commander";

/** A command as the list in the help text shows it; the rest of it is loaded when it runs. */
interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly define: (command: Command) => void }>;
}

/** Every command, one file each. */
export const commands: readonly CommandEntry[] = [
  { name: "init", summary: "write a first model and its configuration", load: () => import("./init.ts") },
  { name: "generate", summary: "make the files of every configured target", load: () => import("./generate.ts") },
  { name: "check", summary: "say what is wrong with the model, and write nothing", load: () => import("./check.ts") },
  { name: "report", summary: "say what became of every field in every target", load: () => import("./report.ts") },
  {
    name: "simulate",
    summary: "play a component's policy against a failing backend",
    load: () => import("./simulate.ts"),
  },
  { name: "why", summary: "say where a generated line comes from", load: () => import("./why.ts") },
  { name: "model", summary: "show the model: components, calls, owners", load: () => import("./model.ts") },
  { name: "targets", summary: "show the configured targets and what they can say", load: () => import("./targets.ts") },
  { name: "explain", summary: "explain the code of a diagnostic", load: () => import("./explain.ts") },
];

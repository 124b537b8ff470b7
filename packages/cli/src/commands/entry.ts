import type { Command } from "commander";

/** A command as the help text lists it, and what it takes. What it does is loaded when it runs. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly define: (command: Command) => void;
}

import { InvalidArgumentError, Option, type Command } from "commander";
import type { Strict } from "@dpm/core";

export type Format = "text" | "json";

/** How what is wrong can be told. */
export type DiagnosticFormat = Format | "sarif" | "github";
export const diagnosticFormats: readonly DiagnosticFormat[] = ["text", "json", "sarif", "github"];

/** What every command that reads a model takes. */
export interface ModelOptions {
  readonly config?: string;
  readonly env?: string;
  readonly format: Format;
  readonly notes?: true;
}

/** Adds the files of the model, and where the configuration is. */
export function takesModel(command: Command): Command {
  return command
    .argument("[files...]", "files or patterns, instead of the configuration's `input`")
    .option("-c, --config <file>", "the configuration, instead of the nearest one")
    .option("-e, --env <name>", "the environment whose `env` blocks count");
}

/** Adds `--format`; a short form such as `--json` is its own option. */
export function takesFormat(command: Command, formats: readonly string[] = ["text", "json"]): Command {
  return command.addOption(new Option("--format <format>", "how the result is shown").choices(formats).default("text"));
}

/** Adds `--notes`: without it a run counts them. */
export function takesNotes(command: Command): Command {
  return command.option("--notes", "show notes too, not only their number");
}

/** Adds `--watch`. */
export function takesWatch(command: Command): Command {
  return command.option("--watch", "run again whenever a source, the configuration or a plugin of the project changes");
}

/** `a,b` and a repeated option are the same list. Nothing at all is what a variable that is not set leaves: no name. */
export function names(value: string, before: readonly string[] | undefined): readonly string[] {
  const named = listOf(value);
  if (named.length === 0) throw new InvalidArgumentError("At least one name was expected.");
  return [...(before ?? []), ...named];
}

function listOf(value: string): readonly string[] {
  return value
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** A whole number from 1 on. */
export function count(value: string): number {
  if (!/^\d{1,9}$/.test(value) || Number(value) === 0)
    throw new InvalidArgumentError("A whole number from 1 on was expected.");
  return Number(value);
}

const classes: readonly Strict[] = ["approximated", "impossible", "warning"];

/**
 * `--strict` alone means all classes. What follows it may also be the first file, since both are optional: the words
 * that name classes are classes, anything else is a file.
 */
export function strictness(value: string | true | undefined): {
  readonly strict: readonly Strict[];
  readonly files: readonly string[];
} {
  if (value === undefined) return { strict: [], files: [] };
  if (value === true) return { strict: classes, files: [] };
  const words = listOf(value);
  const known = classes.filter((one) => words.includes(one));
  if (words.length > 0 && known.length === words.length) return { strict: known, files: [] };
  if (/[./\\*]/.test(value)) return { strict: classes, files: [value] };
  throw new InvalidArgumentError(
    `error: option '--strict [classes]' argument '${value}' is invalid. Allowed choices are ${classes.join(", ")}.`,
  );
}

/** Both the baseline's file and the first file of the model may follow `--baseline`: a baseline ends with `.json`. */
export function baselineFile(value: string | true | undefined): {
  readonly baseline?: string | true;
  readonly files: readonly string[];
} {
  if (value === undefined || value === true) return { ...(value && { baseline: value }), files: [] };
  return value.endsWith(".json") ? { baseline: value, files: [] } : { baseline: true, files: [value] };
}

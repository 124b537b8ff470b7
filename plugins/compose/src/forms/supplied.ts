import type { Supplied } from "@dpm/core";

/**
 * The variable of the shell that holds what is supplied: one of the environment is itself, `database/password` of a
 * store is `DATABASE_PASSWORD`.
 */
export function shellVariable({ from, name }: Supplied): string {
  if (from === "env") return name;
  const words = name.toUpperCase().replace(/[^A-Z0-9]+/g, "_");
  return /^[0-9]/.test(words) ? `_${words}` : words;
}

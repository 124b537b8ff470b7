import { java } from "@dpm/print";

export type JavaText = java.JavaText;

/** A piece of a class with the imports that it needs. */
export interface Part {
  readonly code: JavaText;
  readonly uses: readonly string[];
}

type Perhaps = Part | false | undefined;

export function part(code: JavaText, ...uses: readonly string[]): Part {
  return { code, uses };
}

/** One below the other. */
export function below(...parts: readonly Perhaps[]): Part {
  return together(java.lines, parts);
}

/** With a blank line between. */
export function apart(...parts: readonly Perhaps[]): Part {
  return together(java.paragraphs, parts);
}

function together(arrange: typeof java.lines, parts: readonly Perhaps[]): Part {
  const present = parts.filter((one) => one !== undefined && one !== false);
  return { code: arrange(present.map((one) => one.code)), uses: present.flatMap((one) => one.uses) };
}

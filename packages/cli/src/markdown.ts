import { visible } from "@dpm/print";

/** A text that cannot end its cell, open markup or break its line. */
export function cell(text: string): string {
  return visible(text).replace(/[\\`*_<>[\]|&~]/g, (character) => `\\${character}`);
}

/** A name as it is written in the model. */
export function code(text: string): string {
  return `\`${visible(text).replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}

/** A table, whose cells are Markdown already. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [header, header.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
}

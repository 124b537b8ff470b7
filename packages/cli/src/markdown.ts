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

/** A text of several lines, none of which begins a heading, a list or a quotation. */
export function paragraphs(text: string): readonly string[] {
  return text.split("\n").map((line) =>
    cell(line)
      .replace(/^(\s*)([#+=-]|\d+[.)])/, "$1\\$2")
      .trim(),
  );
}

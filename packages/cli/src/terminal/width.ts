import { columnsOf } from "@dpm/core";

/** Fills up with blanks to a width. */
export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columnsOf(text)));
}

/** Breaks at blanks so that no line is wider than `width`; a word that is wider stays whole. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && columnsOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Shortened to a width, at a blank where there is one near the end. */
export function cut(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let kept = "";
  for (const char of text) {
    if (columnsOf(kept + char) >= width) break;
    kept += char;
  }
  const blank = kept.lastIndexOf(" ");
  return `${kept.slice(0, blank > width / 2 ? blank : undefined).replace(/[\s,:;]+$/, "")}…`;
}

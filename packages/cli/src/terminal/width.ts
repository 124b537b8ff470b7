/** What dpm itself shows beside ASCII. V8 takes milliseconds to make the two patterns below. */
const narrow = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u2319\u2500-\u25fc\u2713-\u2718]*$/;

/** How many columns of a terminal the text takes. Expects no control characters. */
export function widthOf(text: string): number {
  if (narrow.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += isNone(char) ? 0 : isWide(char) ? 2 : 1;
  return width;
}

/** Takes no column of its own: marks that combine, joiners, variation selectors. */
function isNone(char: string): boolean {
  return /^(?:\p{Mn}|\p{Me}|[\u200B-\u200D]|\u2060|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}])$/u.test(char);
}

/** East Asian wide and fullwidth characters, and emoji that are shown as pictures. */
function isWide(char: string): boolean {
  return /^[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]$/u.test(
    char,
  );
}

/** Fills up with blanks to a width. */
export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Breaks at blanks so that no line is wider than `width`; a word that is wider stays whole. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Shortened to a width, at a blank where there is one near the end. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  for (const char of text) {
    if (widthOf(kept + char) >= width) break;
    kept += char;
  }
  const blank = kept.lastIndexOf(" ");
  return `${kept.slice(0, blank > width / 2 ? blank : undefined).replace(/[\s,:;]+$/, "")}…`;
}

/** One character as a terminal shows it. */
export interface Cell {
  /** What is printed: never a control or format character. */
  readonly text: string;
  /** The columns it takes; 0 for marks that combine with the character before. */
  readonly width: number;
  /** Its UTF-16 units in the source. */
  readonly units: number;
}

const tabStop = 4;

/** Lays a text out from a column on: tabs become spaces, what would steer the terminal becomes its name. */
export function layOut(text: string, column = 0): readonly Cell[] {
  const cells: Cell[] = [];
  let at = column;
  for (const char of text) {
    const cell = cellOf(char, at);
    at += cell.width;
    cells.push(cell);
  }
  return cells;
}

/** The text without anything that would steer a terminal. */
export function harmless(text: string): string {
  return layOut(text)
    .map((cell) => cell.text)
    .join("");
}

/** What dpm itself shows beside ASCII: one column each, without a look into Unicode's tables. */
const narrow = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u2319\u2500-\u25fc\u2713-\u2718]*$/;

/** How many columns of a terminal a text of one line takes. */
export function columnsOf(text: string): number {
  return narrow.test(text) ? text.length : widthOf(layOut(text));
}

export function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

function cellOf(char: string, column: number): Cell {
  const code = char.codePointAt(0) ?? 0;
  const units = char.length;
  if (code >= 32 && code < 127) return { text: char, width: 1, units };
  if (code === 9) {
    const width = tabStop - (column % tabStop);
    return { text: " ".repeat(width), width, units };
  }
  if (code < 32) return { text: String.fromCharCode(0x2400 + code), width: 1, units };
  if (isHidden(char)) {
    const text = `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
    return { text, width: text.length, units };
  }
  if (joins(char)) return { text: char, width: 0, units };
  return { text: char, width: isWide(char) ? 2 : 1, units };
}

// The patterns are made where they are used: Unicode's properties take milliseconds, and most characters are ASCII.
function isHidden(char: string): boolean {
  return /^[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]$/u.test(char);
}

/** Combines with the character before, or is the second half of a Hangul syllable. */
function joins(char: string): boolean {
  return /^[\p{Mn}\p{Me}\u1160-\u11ff]$/u.test(char);
}

/** Unicode's East Asian wide and full-width characters, by the scripts that they belong to. */
function isWide(char: string): boolean {
  return /^(?:(?![\u02ea\u02eb\uff61-\uffdf])[\p{Emoji_Presentation}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Hang}\p{sc=Yi}\p{sc=Tangut}\p{sc=Khitan_Small_Script}\p{sc=Nushu}\u2329\u232a\u2ff0-\u303e\u309b-\u30ff\u3190-\u4dbf\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f200}-\u{1f320}]|[\u{16fe0}-\u{16fe3}])$/u.test(
    char,
  );
}

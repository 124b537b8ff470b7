/** What a character may be in a `.dpm` text: ASCII by table, the rest by its Unicode properties. */
const wordPart = 1;
const wordStart = 2;
const ends = 4;

const ascii = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(char)) ascii[code] = wordPart | wordStart;
  else if (/[0-9-]/.test(char)) ascii[code] = wordPart;
  else if (/[\s{}[\],:;="]/.test(char)) ascii[code] = ends;
}

const blank = /^\s$/;

/** Marks that are taken for dpm's own punctuation, above all those of Chinese keyboards. */
export const lookalikes: ReadonlyMap<string, string> = new Map([
  ...pairs("=：", ":"),
  ...pairs(";；，、", ","),
  ...pairs("｛", "{"),
  ...pairs("｝", "}"),
  ...pairs("［【", "["),
  ...pairs("］】", "]"),
]);

/** Quotes that do not begin a string in dpm, each with what closes it. */
export const otherQuotes: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ["`", "`"],
  ["“", '”"'],
  ["”", '”"'],
  ["„", '“”"'],
  ["‘", "’'"],
  ["«", "»"],
  ["「", "」"],
  ["＂", "＂"],
]);

// Patterns of Unicode properties are made where they are used: that takes milliseconds, and most files are ASCII.
function isIdentifierStart(char: string): boolean {
  return /^\p{ID_Start}$/u.test(char);
}

function isIdentifierPart(char: string): boolean {
  return /^\p{ID_Continue}$/u.test(char);
}

/** A letter, `_`, or whatever else Unicode lets an identifier begin with. */
export function startsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? ((ascii[code] ?? 0) & wordStart) !== 0 : isIdentifierStart(point(text, at));
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** The end of the run of identifier characters and hyphens from `at`. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      if (((ascii[code] ?? 0) & wordPart) === 0) return end;
      end++;
    } else {
      // Past the end of the text the code is NaN, which comes here too.
      const char = point(text, end);
      if (!isIdentifierPart(char)) return end;
      end += char.length;
    }
  }
}

/** The end of a number with whatever is written onto it: `1.5h`, `50%`, `1e+3`, and `10.0.0.1` too, since only the field's type can say what is wrong. */
export function numberEnd(text: string, at: number): number {
  let end = wordEnd(text, at);
  for (;;) {
    const code = text.charCodeAt(end);
    if (code !== 46 && code !== 37 && code !== 43) return end;
    end = wordEnd(text, end + 1);
  }
}

/** True where a word or a number may end: at white space, punctuation, a quote, a comment, the end of the text. */
export function endsToken(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return ((ascii[code] ?? 0) & ends) !== 0 || startsComment(text, at);
  return Number.isNaN(code) || blank.test(text.charAt(at)) || lookalikes.has(text.charAt(at));
}

export function startsComment(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 47) return false;
  const next = text.charCodeAt(at + 1);
  return next === 47 || next === 42;
}

/** The end of the white space from `at`: of any script, and the byte order mark. */
export function blankEnd(text: string, at: number): number {
  let end = at;
  while (blank.test(text.charAt(end))) end++;
  return end;
}

/** The offset of the next line break, or the end of the text. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return end;
}

/** True when the range contains a line break. */
export function breaksLine(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isLineBreak(text.charCodeAt(at))) return true;
  return false;
}

function point(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function pairs(marks: string, meant: string): [string, string][] {
  return Array.from(marks, (mark) => [mark, meant]);
}

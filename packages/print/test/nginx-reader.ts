/** A directive as nginx has read it: the arguments without quotes and escapes, the directives of its block. */
export interface Directive {
  readonly args: readonly string[];
  readonly block?: readonly Directive[];
}

type Token = { readonly word: string } | { readonly sign: ";" | "{" | "}" };

const longest = 4094;
const blanks = new Set([" ", "\t", "\r", "\n"]);

/** Reads a configuration by the rules of nginx's own reader (ngx_conf_read_token), and throws where it gives up. */
export function read(source: string): readonly Directive[] {
  const tokens = [...tokensOf(source)];
  let at = 0;

  function directives(isBlock: boolean): readonly Directive[] {
    const result: Directive[] = [];
    let args: string[] = [];
    for (;;) {
      const token = tokens[at];
      at += 1;
      if (token === undefined) {
        if (isBlock || args.length > 0) throw new Error("unexpected end of file");
        return result;
      }
      if ("word" in token) {
        args.push(token.word);
        continue;
      }
      if (token.sign === "}") {
        if (!isBlock || args.length > 0) throw new Error('unexpected "}"');
        return result;
      }
      if (args.length === 0) throw new Error(`unexpected "${token.sign}"`);
      result.push(token.sign === ";" ? { args } : { args, block: directives(true) });
      args = [];
    }
  }

  return directives(false);
}

function* tokensOf(source: string): Generator<Token> {
  let at = 0;
  while (at < source.length) {
    const char = source[at] ?? "";
    if (blanks.has(char)) at += 1;
    else if (char === ";" || char === "{" || char === "}") {
      yield { sign: char };
      at += 1;
    } else if (char === "#") {
      const end = source.indexOf("\n", at);
      if (end === -1) return;
      limit(source.slice(at, end));
      at = end + 1;
    } else {
      const end = char === '"' || char === "'" ? endOfQuoted(source, at, char) : endOfBare(source, at);
      const inner = char === '"' || char === "'" ? source.slice(at + 1, end - 1) : source.slice(at, end);
      limit(inner);
      if (inner.includes("\0")) throw new Error("nginx ends the string at NUL");
      yield { word: unescaped(inner) };
      at = end;
    }
  }
}

/** After the closing quote; a blank, `;`, `{` or `)` must follow it. */
function endOfQuoted(source: string, start: number, quote: string): number {
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === quote) {
      const next = source[at + 1] ?? "";
      if (!blanks.has(next) && !";{)".includes(next)) throw new Error(`unexpected "${next}" after a quoted word`);
      return at + 1;
    }
  }
  throw new Error("unterminated quote");
}

/** A blank, `;` or `{` ends a bare word, except for the `{` of a variable. */
function endOfBare(source: string, start: number): number {
  for (let at = start; at < source.length; at += 1) {
    const char = source[at] ?? "";
    if (char === "\\") at += 1;
    else if (char === "$" && source[at + 1] === "{") at += 1;
    else if (blanks.has(char) || char === ";" || char === "{") return at;
  }
  throw new Error("unexpected end of file");
}

function unescaped(inner: string): string {
  const named: Readonly<Record<string, string>> = { '"': '"', "'": "'", "\\": "\\", t: "\t", r: "\r", n: "\n" };
  return inner.replace(/\\(["'\\trn])/g, (_, char: string) => named[char] ?? "");
}

function limit(token: string): void {
  if (Buffer.byteLength(token) > longest) throw new Error("too long parameter");
}

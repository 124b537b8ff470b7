import type { Diagnostic, FieldNode, SourceFile, Span, ValueNode } from "@dpm/core";
import { phrases, problems } from "../diagnostics.ts";
import { deepest } from "./config-document.ts";

/** What is wrong and where; the first mistake ends the reading. */
class Mistake extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** Reads JSON with the places of all keys and values. */
export function readJson(source: SourceFile): { readonly node: ValueNode } | { readonly mistake: Diagnostic } {
  try {
    const reader = new JsonReader(source);
    return { node: reader.whole() };
  } catch (error) {
    if (error instanceof Mistake) return { mistake: error.diagnostic };
    throw error;
  }
}

const spaces = /[ \t\r\n]*/y;
const words = /[A-Za-z_$][\w$]*/y;
const numbers = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const strings = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

class JsonReader {
  readonly #text: string;
  readonly #file: string;
  #at = 0;

  constructor({ name, text }: SourceFile) {
    this.#text = text;
    this.#file = name;
  }

  whole(): ValueNode {
    const node = this.#value(0);
    this.#skip();
    if (this.#at < this.#text.length) this.#fail(`expected the end of the file, found ${this.#found()}`);
    return node;
  }

  #value(depth: number): ValueNode {
    this.#skip();
    if (depth > deepest) this.#fail(`nested deeper than ${deepest} levels`);
    const start = this.#at;
    const character = this.#text[start];
    if (character === "{") return this.#object(depth);
    if (character === "[") return this.#list(depth);
    if (character === '"') {
      const value = this.#string();
      return { type: "string", value, span: this.#span(start) };
    }
    const number = this.#match(numbers);
    if (number !== undefined) return { type: "number", text: number, span: this.#span(start) };
    const word = this.#match(words);
    if (word === "true" || word === "false" || word === "null")
      return { type: "word", text: word, span: this.#span(start) };
    this.#at = start;
    return this.#fail(`expected a value, found ${this.#found()}`);
  }

  #object(depth: number): ValueNode {
    const start = this.#at++;
    const fields: FieldNode[] = [];
    const keys = new Map<string, Span>();
    for (let first = true; !this.#ends("}", first); first = false) {
      this.#skip();
      const from = this.#at;
      if (this.#text[from] !== '"') this.#fail(`expected a key in double quotes, found ${this.#found()}`);
      const text = this.#string();
      const span = { file: this.#file, start: from + 1, end: this.#at - 1 };
      const earlier = keys.get(text);
      if (earlier) {
        const related = [{ message: phrases.firstWritten(), span: earlier }];
        throw new Mistake(problems.duplicateKey({ key: text }).at(span, { related }));
      }
      keys.set(text, span);
      this.#skip();
      if (this.#text[this.#at] !== ":") this.#fail(`expected \`:\` after the key, found ${this.#found()}`);
      this.#at++;
      fields.push({ key: { text, span }, value: this.#value(depth + 1) });
    }
    return { type: "object", fields, span: this.#span(start) };
  }

  #list(depth: number): ValueNode {
    const start = this.#at++;
    const items: ValueNode[] = [];
    for (let first = true; !this.#ends("]", first); first = false) items.push(this.#value(depth + 1));
    return { type: "list", items, span: this.#span(start) };
  }

  /** Whether the closing bracket follows; otherwise steps over the comma that must. */
  #ends(bracket: string, first: boolean): boolean {
    this.#skip();
    const character = this.#text[this.#at];
    if (character === bracket) {
      this.#at++;
      return true;
    }
    if (first) return false;
    if (character !== ",") this.#fail(`expected \`,\` or \`${bracket}\`, found ${this.#found()}`);
    const comma = this.#at++;
    this.#skip();
    if (this.#text[this.#at] === bracket) {
      this.#at = comma;
      this.#fail(`no \`,\` is allowed before \`${bracket}\``);
    }
    return false;
  }

  #string(): string {
    const text = this.#match(strings);
    if (text !== undefined) return JSON.parse(text) as string;
    const end = this.#text.indexOf("\n", this.#at);
    const line = this.#text.slice(this.#at, end < 0 ? undefined : end);
    return this.#fail(
      /\\(?!["\\/bfnrtu])/.test(line) ? "a string has an unknown escape" : "a string does not end on its line",
    );
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #skip(): void {
    this.#match(spaces);
  }

  #found(): string {
    const rest = this.#text.slice(this.#at, this.#at + 40);
    if (rest === "") return "the end of the file";
    if (rest.startsWith("//") || rest.startsWith("/*") || rest.startsWith("#"))
      return "a comment, which JSON does not have";
    return `\`${/^[\w$.-]+/.exec(rest)?.[0] ?? String.fromCodePoint(rest.codePointAt(0) ?? 0)}\``;
  }

  #span(start: number): Span {
    return { file: this.#file, start, end: this.#at };
  }

  #fail(problem: string): never {
    const length = /^[\w$.-]+/.exec(this.#text.slice(this.#at, this.#at + 40))?.[0].length ?? 1;
    const span = { file: this.#file, start: this.#at, end: Math.min(this.#at + length, this.#text.length) };
    throw new Mistake(problems.configSyntax({ problem, format: "JSON" }).at(span));
  }
}

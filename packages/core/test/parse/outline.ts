import type { Document, ValueNode } from "../../src/1-parse/syntax.ts";

/** A document in one line a block, without places: what a test compares. `!` marks what is incomplete. */
export function outline({ blocks }: Document): readonly string[] {
  return blocks.map(({ doc, kind, name, body }) => `${docOf(doc)}${kind.text} ${key(name.text)} ${valueOf(body)}`);
}

export function valueOf(value: ValueNode): string {
  switch (value.type) {
    case "string":
      return JSON.stringify(value.value);
    case "list":
      return `[${value.items.map(valueOf).join(", ")}]`;
    case "object":
      return `${value.incomplete ? "!" : ""}{${value.fields.map((field) => `${docOf(field.doc)}${key(field.key.text)}: ${valueOf(field.value)}`).join(", ")}}`;
    case "constant":
      return `$${value.name}`;
    case "call":
      return `${value.function}(${JSON.stringify(value.argument)})`;
    case "number":
    case "quantity":
    case "word":
      return value.type === "word" ? value.text : `${value.text}<${value.type}>`;
  }
}

function docOf(doc: string | undefined): string {
  return doc === undefined ? "" : `(${JSON.stringify(doc)}) `;
}

function key(text: string): string {
  return /^\w+$/.test(text) ? text : JSON.stringify(text);
}

import type { Span } from "../source/source-file.ts";

/** A name as written: an identifier, or the contents of a string where the grammar allows either. */
export interface Name {
  readonly text: string;
  readonly span: Span;
}

/** `kind Name { ... }`. `doc` is the text of the `///` lines before it. */
export interface BlockNode {
  readonly kind: Name;
  readonly name: Name;
  readonly body: ObjectNode;
  readonly doc?: string;
  readonly span: Span;
}

/** `key: value`, or `key { ... }`. */
export interface FieldNode {
  readonly key: Name;
  readonly value: ValueNode;
  readonly doc?: string;
}

export interface StringNode {
  readonly type: "string";
  /** The value: escapes are already read. */
  readonly value: string;
  readonly span: Span;
}

/** A number, or a number with a unit (`2s`, `50%`), or an identifier such as `true` or `least_conn`: raw, since the field's type decides. */
export interface WordNode {
  readonly type: "number" | "quantity" | "word";
  readonly text: string;
  readonly span: Span;
}

export interface ListNode {
  readonly type: "list";
  readonly items: readonly ValueNode[];
  readonly span: Span;
}

export interface ObjectNode {
  readonly type: "object";
  readonly fields: readonly FieldNode[];
  /** Set where a mistake made something unreadable: that a field is absent then proves nothing. */
  readonly incomplete?: true;
  readonly span: Span;
}

export type ValueNode = StringNode | WordNode | ListNode | ObjectNode;

/** One file, as far as it could be understood. */
export interface Document {
  readonly file: string;
  readonly blocks: readonly BlockNode[];
}

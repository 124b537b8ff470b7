import type { Span } from "../source/source-file.ts";

/** A name as written: an identifier, or the contents of a string where the grammar allows either. */
export interface Name {
  readonly text: string;
  readonly span: Span;
}

/** `@suppress("code", "reason")` before a block, a constant or a field. */
export interface AnnotationNode {
  readonly name: string;
  readonly values: readonly string[];
  readonly span: Span;
}

/** `kind Name { ... }`. `doc` is the text of the `///` lines before it. */
export interface BlockNode {
  readonly kind: Name;
  readonly name: Name;
  readonly body: ObjectNode;
  readonly doc?: string;
  readonly annotations?: readonly AnnotationNode[];
  readonly span: Span;
}

/** `key: value`, or `key { ... }`. */
export interface FieldNode {
  readonly key: Name;
  readonly value: ValueNode;
  readonly doc?: string;
  readonly annotations?: readonly AnnotationNode[];
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

/** `$name`: stands for the value of `let name: ...`. */
export interface ConstantNode {
  readonly type: "constant";
  readonly name: string;
  readonly span: Span;
}

/** `env("NAME")`, `secret("store/key")`: a value that whoever runs the system supplies. */
export interface CallNode {
  readonly type: "call";
  readonly function: "env" | "secret";
  readonly argument: string;
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
  /** What stands in it beside fields. */
  readonly items?: Items;
  /** Set where a mistake made something unreadable: that a field is absent then proves nothing. */
  readonly incomplete?: true;
  readonly span: Span;
}

/** What may stand in a group beside fields, each in the order in which it is written. */
export interface Items {
  /** `use template`. */
  readonly uses: readonly Name[];
  /** `raw target { ... }`, the key being the target. */
  readonly raws: readonly FieldNode[];
  /** `let name: value` and blocks, in an environment. */
  readonly constants: readonly FieldNode[];
  readonly blocks: readonly BlockNode[];
}

/** A value that is written where it stands. */
export type PlainNode = StringNode | WordNode | ListNode | ObjectNode;
export type ValueNode = PlainNode | ConstantNode | CallNode;

/** One file, as far as it could be understood. */
export interface Document {
  readonly file: string;
  /** `import "file"`, as written. */
  readonly imports?: readonly Name[];
  /** `let name: value`. */
  readonly constants?: readonly FieldNode[];
  readonly blocks: readonly BlockNode[];
  /** Set where anything stands for something that is written elsewhere, or is annotated. */
  readonly expands?: true;
}

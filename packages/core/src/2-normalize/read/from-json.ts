import type { FieldNode, ListNode, ObjectNode, ValueNode } from "../../1-parse/syntax.ts";
import type { Span } from "../../source/source-file.ts";
import { nowhere } from "../origin.ts";

/** Where the value at a path stands, if that is known. */
export type Locate = (path: readonly string[]) => Span | undefined;

/**
 * Plain data as syntax, so that options are read as blocks are. What is no data (a function, NaN) becomes a word
 * that no type takes. Lists and groups are opened only when they are read, so depth and cycles cost nothing.
 */
export function fromJson(value: unknown, locate: Locate = () => undefined, path: readonly string[] = []): ValueNode {
  const span = locate(path) ?? nowhere;
  if (typeof value === "string") return { type: "string", value, span };
  if (typeof value === "boolean" || value === null) return { type: "word", text: String(value), span };
  if (typeof value === "number" && Number.isFinite(value)) return { type: "number", text: String(value), span };
  if (Array.isArray(value)) return listNode(value, locate, path, span);
  if (isRecord(value)) return objectNode(value, locate, path, span);
  return { type: "quantity", text: typeof value === "number" ? String(value) : typeof value, span };
}

function listNode(values: readonly unknown[], locate: Locate, path: readonly string[], span: Span): ListNode {
  return {
    type: "list",
    span,
    get items() {
      return values.map((item, index) => fromJson(item, locate, [...path, String(index)]));
    },
  };
}

function objectNode(values: object, locate: Locate, path: readonly string[], span: Span): ObjectNode {
  return {
    type: "object",
    span,
    get fields() {
      return Object.entries(values).flatMap(([key, value]): readonly FieldNode[] => {
        if (value === undefined) return [];
        const node = fromJson(value, locate, [...path, key]);
        return [{ key: { text: key, span: node.span }, value: node }];
      });
    },
  };
}

function isRecord(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

import type { Diagnostic, FieldNode, SourceFile, Span, ValueNode } from "@dpm/core";
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from "yaml";
import { problems } from "../diagnostics.ts";
import { deepest, most } from "./config-document.ts";

const tooDeep = `nested deeper than ${deepest} levels`;

/** Reads YAML 1.2 with the places of all keys and values. The first mistake is told: others mostly follow from it. */
export function readYaml(source: SourceFile): { readonly node: ValueNode } | { readonly mistake: Diagnostic } {
  const file = source.name;
  try {
    const document = parseDocument(source.text, { prettyErrors: false, stringKeys: true });
    const mistake = document.errors[0] ?? document.warnings[0];
    if (!mistake) return { node: nodeOf(document.contents, { document, file, budget: { left: most } }, 0) };
    const [start, end] = mistake.pos;
    const isTooDeep = "code" in mistake && mistake.code === "RESOURCE_EXHAUSTION";
    return {
      mistake: problem(isTooDeep ? tooDeep : mistake.message, {
        file,
        start,
        end: Math.min(Math.max(end, start + 1), source.text.length),
      }),
    };
  } catch (error) {
    if (error instanceof TooMuch) return { mistake: problem(error.message, error.span) };
    if (error instanceof RangeError) return { mistake: problem(tooDeep, { file, start: 0, end: 1 }) };
    throw error;
  }
}

class TooMuch extends Error {
  readonly span: Span;
  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

interface Context {
  readonly document: Document;
  readonly file: string;
  readonly budget: { left: number };
}

function nodeOf(node: Node | null, context: Context, depth: number): ValueNode {
  const span = spanOf(node, context);
  if (depth > deepest) throw new TooMuch(tooDeep, span);
  if (--context.budget.left < 0) throw new TooMuch(`more than ${most} values, counting what aliases stand for`, span);
  if (isAlias(node)) return nodeOf(node.resolve(context.document) ?? null, context, depth + 1);
  if (isSeq<Node>(node))
    return { type: "list", items: node.items.map((item) => nodeOf(item, context, depth + 1)), span };
  if (isMap<Node, Node | null>(node)) {
    const fields = node.items.map(({ key, value }): FieldNode => {
      const text = isScalar(key) ? String(key.value) : "";
      return {
        key: { text, span: inQuotes(spanOf(key, context), text) },
        value: nodeOf(value ?? null, context, depth + 1),
      };
    });
    return { type: "object", fields, span };
  }
  if (!isScalar(node) || node.value === null) return { type: "word", text: "null", span };
  if (typeof node.value === "string") return { type: "string", value: node.value, span };
  if (typeof node.value === "boolean") return { type: "word", text: String(node.value), span };
  // As written: `1.20` is a version, and a number that is printed again would be `1.2`.
  return { type: "number", text: node.source ?? JSON.stringify(node.value), span };
}

function spanOf(node: Node | null, { file }: Context): Span {
  const [start = 0, end = start] = node?.range ?? [];
  return { file, start, end };
}

function inQuotes(span: Span, text: string): Span {
  return span.end - span.start === text.length + 2 ? { ...span, start: span.start + 1, end: span.end - 1 } : span;
}

function problem(message: string, span: Span): Diagnostic {
  const plain = message.replace(/\s+/g, " ").trim();
  return problems.configSyntax({ problem: plain.charAt(0).toLowerCase() + plain.slice(1), format: "YAML" }).at(span);
}

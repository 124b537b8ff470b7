import { expect } from "vitest";
import { blockKinds } from "../../src/blocks/index.gen.ts";
import type { BlockKinds } from "../../src/blocks/index.gen.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { BlockKind } from "../../src/fields/block.ts";
import { readBlock } from "../../src/2-normalize/read/read-block.ts";
import type { Span } from "../../src/source/source-file.ts";
import { createParser } from "../../src/1-parse/parse.ts";

const parse = createParser();

/** What a source is read as. */
export interface Reading {
  readonly blocks: readonly (object | undefined)[];
  readonly diagnostics: readonly Diagnostic[];
  /** Each problem as `code: what it points at`. */
  readonly problems: readonly string[];
  readonly text: (span: Span | undefined) => string | undefined;
}

/** Parses and reads a source whose syntax is sound. */
export function readSource(source: string, kinds: readonly BlockKind[] = blockKinds): Reading {
  const { document, diagnostics: mistakes } = parse({ name: "test.dpm", text: source });
  expect(mistakes).toEqual([]);
  const results = document.blocks.map((node) => {
    const kind = kinds.find((one) => one.kind === node.kind.text);
    if (!kind) throw new Error(`no kind ${node.kind.text}`);
    return readBlock(node, kind);
  });
  const diagnostics = results.flatMap((one) => one.diagnostics);
  const text = (span: Span | undefined): string | undefined => span && source.slice(span.start, span.end);
  return {
    blocks: results.map((one) => one.block),
    diagnostics,
    problems: diagnostics.map((one) => `${one.code}: ${text(one.span) ?? "nowhere"}`),
    text,
  };
}

/** The one block of a source without mistakes. */
export function readOne<K extends keyof BlockKinds>(kind: K, body: string): BlockKinds[K] {
  const { blocks, problems } = readSource(`${kind} Thing {\n${body}\n}`);
  expect(problems).toEqual([]);
  return blocks[0] as unknown as BlockKinds[K];
}

/** What is wrong with one block, as `code: what it points at`. */
export function problemsOf(kind: keyof BlockKinds, body: string): readonly string[] {
  return readSource(`${kind} Thing {\n${body}\n}`).problems;
}

/** The first problem's message, label, help and the source after each fix. */
export function firstProblem(kind: keyof BlockKinds, body: string): Explained {
  const source = `${kind} Thing {\n${body}\n}`;
  const [first] = readSource(source).diagnostics;
  if (!first) throw new Error("there is no problem");
  const { message, label, help, fixes = [] } = first;
  const repaired = fixes.map(({ edits }) => {
    const changed = [...edits]
      .sort((a, b) => b.span.start - a.span.start)
      .reduce((now, { span, text }) => now.slice(0, span.start) + text + now.slice(span.end), source);
    return changed.slice(source.indexOf("\n") + 1, -2);
  });
  return {
    message,
    ...(label !== undefined && { label }),
    ...(help !== undefined && { help }),
    ...(repaired.length > 0 && { repaired }),
  };
}

interface Explained {
  readonly message: string;
  readonly label?: string;
  readonly help?: string;
  readonly repaired?: readonly string[];
}

import { phrases } from "../diagnostics/catalogue/phrases.ts";
import type { BlockNode, Document } from "../1-parse/syntax.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { modelProblems } from "../diagnostics/catalogue/model.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { BlockKind } from "../fields/block.ts";
import type { Host } from "../plugin/host.ts";
import type { AnyBlock } from "./model.ts";
import { isBlockName } from "./names.ts";
import { readBlock } from "./read/read-block.ts";

export interface ReadDocuments {
  readonly blocks: readonly AnyBlock[];
  /** Names of blocks that could not be read: references to them are no further mistakes. */
  readonly unread: ReadonlySet<string>;
}

/** Reads every block by its kind; a second block of the same identity is reported and left out. */
export function readDocuments(
  documents: readonly Document[],
  { kinds }: Host,
  diagnostics: Diagnostic[],
): ReadDocuments {
  const first = new Map<string, BlockNode>();
  const unread = new Set<string>();
  const defaults = new Map();
  const readOne = (node: BlockNode): AnyBlock | undefined => {
    const kind = kinds.get(node.kind.text);
    if (!kind) {
      diagnostics.push(unknownKind(node, kinds.keys()));
      return undefined;
    }
    if (!isBlockName(node.name.text)) {
      diagnostics.push(modelProblems.badName().at(node.name.span));
      return undefined;
    }
    const read = readBlock(node, kind, defaults);
    // One by one: a block may hold more problems than a call takes arguments.
    for (const problem of read.diagnostics) diagnostics.push(problem);
    if (!read.block) return undefined;
    const identity = identityOf(read.block, kind);
    const earlier = first.get(identity);
    if (earlier) {
      const related = [{ message: phrases.firstDeclared(), span: earlier.name.span }];
      diagnostics.push(
        modelProblems.duplicateBlock({ kind: kind.kind, name: node.name.text }).at(node.name.span, { related }),
      );
      return undefined;
    }
    first.set(identity, node);
    return read.block;
  };
  const blocks = documents.flatMap((document) =>
    document.blocks.flatMap((node) => {
      const block = readOne(node);
      if (!block) unread.add(node.name.text);
      return block ?? [];
    }),
  );
  return { blocks, unread };
}

function identityOf(block: AnyBlock, kind: BlockKind): string {
  const values = block as unknown as Readonly<Record<string, unknown>>;
  return JSON.stringify([block.kind, block.name, ...kind.identity.map((field) => values[field])]);
}

function unknownKind(node: BlockNode, kinds: Iterable<string>): Diagnostic {
  const kind = node.kind.text;
  const near = suggest(kind, kinds);
  const fix =
    near === undefined
      ? {}
      : {
          label: phrases.didYouMean({ near }),
          fixes: [{ title: phrases.write({ text: near }), edits: [{ span: node.kind.span, text: near }] }],
        };
  return modelProblems.unknownKind({ kind }).at(node.kind.span, fix);
}

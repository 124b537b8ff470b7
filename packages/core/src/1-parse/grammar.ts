import { EmbeddedActionsParser, type IToken, type ParserMethod } from "chevrotain";
import type { Span } from "../source/source-file.ts";
import { breaksLine } from "./characters.ts";
import { docText } from "./doc-text.ts";
import type { BlockNode, FieldNode, ListNode, Name, ObjectNode, ValueNode, WordNode } from "./syntax.ts";
import {
  Colon,
  Comma,
  endOf,
  isIncomplete,
  LeftBrace,
  LeftBracket,
  Naming,
  Numeral,
  RightBrace,
  RightBracket,
  Text,
  type Token,
  valueOf,
  vocabulary,
  Word,
} from "./tokens.ts";

/** The tokens of a file, or of a part of it. */
export interface Tokenized {
  readonly file: string;
  readonly text: string;
  /** Where the text begins in the file; the tokens count from the text's beginning. */
  readonly base: number;
  readonly tokens: IToken[];
  /** The `///` comments, in order. */
  readonly docs: readonly IToken[];
}

/** What the grammar made of a file. */
export interface Recognized {
  /** Undefined when the tokens do not follow the grammar. */
  readonly blocks: readonly BlockNode[] | undefined;
  /** Items of lists that neither a comma nor a line break separates from the one before. */
  readonly unseparated: readonly Span[];
}

const nothing: Tokenized = { file: "", text: "", base: 0, tokens: [], docs: [] };
const plainNumber = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * The grammar, which knows no kind: `document = { Word name object }`, `field = name (":" value | object)`, commas as one likes.
 * It takes a file or refuses it; mistakes are mended on the tokens, which it then reads again.
 */
export class Grammar extends EmbeddedActionsParser {
  private source = nothing;
  private nextDoc = 0;
  private unseparated: Span[] = [];

  constructor({ skipValidations = true }: { readonly skipValidations?: boolean } = {}) {
    super([...vocabulary], { maxLookahead: 1, recoveryEnabled: false, skipValidations });
    this.performSelfAnalysis();
  }

  /** Reads one file. Between two calls it keeps nothing of it. */
  read(source: Tokenized): Recognized {
    this.source = source;
    this.input = source.tokens;
    const blocks = this.document();
    const recognized = { blocks: this.errors.length > 0 ? undefined : blocks, unseparated: this.unseparated };
    this.source = nothing;
    this.nextDoc = 0;
    this.unseparated = [];
    this.input = [];
    return recognized;
  }

  private readonly document = this.RULE("document", (): BlockNode[] => {
    const blocks: BlockNode[] = [];
    this.MANY(() => {
      blocks.push(this.SUBRULE(this.block));
    });
    return blocks;
  });

  private readonly block = this.RULE("block", (): BlockNode => {
    const kind = this.name(this.CONSUME(Word));
    const doc = this.docBefore();
    const name = this.name(this.CONSUME(Naming));
    const body = this.SUBRULE(this.object);
    return this.ACTION(() => {
      const span = { file: this.source.file, start: kind.span.start, end: body.span.end };
      return doc === undefined ? { kind, name, body, span } : { kind, name, body, doc, span };
    });
  });

  private readonly object: ParserMethod<[], ObjectNode> = this.RULE("object", (): ObjectNode => {
    const open = this.CONSUME(LeftBrace);
    const fields: FieldNode[] = [];
    // A rule of its own for fields, and one for values, would take a third of the time.
    this.MANY(() => {
      const key = this.name(this.CONSUME(Naming));
      const doc = this.docBefore();
      const value = this.OR1(this.afterKey);
      fields.push(doc === undefined ? { key, value } : { key, value, doc });
      this.OPTION(this.comma);
    });
    const span = this.span(open.startOffset, endOf(this.CONSUME(RightBrace)));
    return isIncomplete(open)
      ? { type: "object", fields: exact(fields), incomplete: true, span }
      : { type: "object", fields: exact(fields), span };
  });

  private readonly list: ParserMethod<[], ListNode> = this.RULE("list", (): ListNode => {
    const open = this.CONSUME(LeftBracket);
    const items: ValueNode[] = [];
    this.MANY(() => {
      const before = this.LA(0);
      const item = this.OR2(this.values);
      if (before.tokenType !== Comma && items.length > 0) this.ACTION(() => this.separate(endOf(before), item.span));
      items.push(item);
      this.OPTION(this.comma);
    });
    return { type: "list", items: exact(items), span: this.span(open.startOffset, endOf(this.CONSUME(RightBracket))) };
  });

  // Made once, not at each call: closures in these places are most of a parser's garbage.
  private readonly comma = (): void => {
    this.CONSUME(Comma);
  };

  private readonly afterKey = [
    {
      ALT: (): ValueNode => {
        this.CONSUME(Colon);
        return this.OR2(this.values);
      },
    },
    { ALT: (): ValueNode => this.SUBRULE1(this.object) },
  ];

  private readonly values = [
    { ALT: (): ValueNode => this.quoted(this.CONSUME(Text)) },
    { ALT: (): ValueNode => this.numeral(this.CONSUME(Numeral)) },
    { ALT: (): ValueNode => this.bare("word", this.CONSUME(Word)) },
    { ALT: (): ValueNode => this.SUBRULE(this.list) },
    { ALT: (): ValueNode => this.SUBRULE(this.object) },
  ];

  private span(start: number, end: number): Span {
    const { file, base } = this.source;
    return { file, start: base + start, end: base + end };
  }

  private name(token: Token): Name {
    const text = token.tokenType === Text ? valueOf(token) : token.image;
    return { text, span: this.span(token.startOffset, endOf(token)) };
  }

  private quoted(token: Token): ValueNode {
    return { type: "string", value: valueOf(token), span: this.span(token.startOffset, endOf(token)) };
  }

  private numeral(token: IToken): WordNode {
    return this.bare(plainNumber.test(token.image) ? "number" : "quantity", token);
  }

  private bare(type: WordNode["type"], token: IToken): WordNode {
    return { type, text: token.image, span: this.span(token.startOffset, endOf(token)) };
  }

  /** The doc comment right before the token that was just read. */
  private docBefore(): string | undefined {
    const { docs } = this.source;
    if (this.nextDoc >= docs.length) return undefined;
    const from = endOf(this.LA(-1));
    const to = this.LA(0).startOffset;
    const lines: string[] = [];
    for (let doc = docs[this.nextDoc]; doc !== undefined && doc.startOffset < to; doc = docs[++this.nextDoc]) {
      if (doc.startOffset >= from) lines.push(doc.image);
    }
    return lines.length === 0 ? undefined : docText(lines);
  }

  private separate(from: number, item: Span): void {
    const { text, base } = this.source;
    if (!breaksLine(text, from, item.start - base)) this.unseparated.push(item);
  }
}

/** A copy as long as its contents: a list that grew has room for sixteen more. */
function exact<Item>(items: readonly Item[]): readonly Item[] {
  return items.slice();
}

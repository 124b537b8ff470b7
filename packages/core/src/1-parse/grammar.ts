import { EmbeddedActionsParser, type IToken, type ParserMethod } from "chevrotain";
import type { Span } from "../source/source-file.ts";
import { breaksLine } from "./characters.ts";
import { environmentKind, templateKind } from "./nest.ts";
import { argumentsOf } from "./words.ts";
import { emptyItems, type Collected } from "./items.ts";
import { marginOf, type Before } from "./margin.ts";
import type {
  AnnotationNode,
  BlockNode,
  FieldNode,
  ListNode,
  Name,
  ObjectNode,
  ValueNode,
  WordNode,
} from "./syntax.ts";
import {
  Call,
  Colon,
  Comma,
  Constant,
  endOf,
  isIncomplete,
  Item,
  LeftBrace,
  LeftBracket,
  Let,
  Naming,
  Nested,
  Numeral,
  RightBrace,
  RightBracket,
  Raw,
  Text,
  type Token,
  Use,
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
  /** The annotations, in order. */
  readonly annotations: readonly IToken[];
}

/** What the grammar made of a file. */
export interface Recognized {
  /** Undefined when the tokens do not follow the grammar. */
  readonly blocks: readonly BlockNode[] | undefined;
  readonly constants: readonly FieldNode[];
  /** Whether anything of it stands for something else, or is annotated. */
  readonly expands: boolean;
  /** Annotations that stand before nothing. */
  readonly stray: readonly AnnotationNode[];
  /** Items of lists that neither a comma nor a line break separates from the one before. */
  readonly unseparated: readonly Span[];
}

const nothing: Tokenized = { file: "", text: "", base: 0, tokens: [], docs: [], annotations: [] };
const plainNumber = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * The grammar, which knows no kind: `document = { Word name object | Let ":" value }`,
 * `item = name (":" value | object) | Use | Raw object | Nested object | Let ":" value`, commas as one likes.
 * It takes a file or refuses it; mistakes are mended on the tokens, which it then reads again.
 */
export class Grammar extends EmbeddedActionsParser {
  private source = nothing;
  private margin = marginOf(nothing);
  private constants: FieldNode[] = [];
  private expands = false;
  private unseparated: Span[] = [];

  constructor({ skipValidations = true }: { readonly skipValidations?: boolean } = {}) {
    super([...vocabulary], { maxLookahead: 1, recoveryEnabled: false, skipValidations });
    this.performSelfAnalysis();
  }

  /** Reads one file. Between two calls it keeps nothing of it. */
  read(source: Tokenized): Recognized {
    this.source = source;
    this.margin = marginOf(source);
    this.constants = [];
    this.expands = false;
    this.input = source.tokens;
    const blocks = this.document();
    const { constants, unseparated } = this;
    const recognized: Recognized = {
      blocks: this.errors.length > 0 ? undefined : blocks,
      constants,
      expands: this.expands || source.annotations.length > 0,
      unseparated,
      stray: this.margin.stray(),
    };
    this.source = nothing;
    this.margin = marginOf(nothing);
    this.unseparated = [];
    this.input = [];
    return recognized;
  }

  private readonly document = this.RULE("document", (): BlockNode[] => {
    const blocks: BlockNode[] = [];
    this.MANY(() => {
      this.OR([
        { ALT: () => blocks.push(this.SUBRULE(this.block)) },
        { ALT: () => this.constants.push(this.SUBRULE(this.constant)) },
      ]);
    });
    return blocks;
  });

  private readonly constant = this.RULE("constant", (): FieldNode => {
    const key = this.second(this.CONSUME(Let));
    const before = this.before();
    this.CONSUME(Colon);
    const value = this.OR(this.values);
    return { key, value, ...before };
  });

  private readonly block = this.RULE("block", (): BlockNode => {
    const kind = this.name(this.CONSUME(Word));
    const before = this.before();
    const name = this.name(this.CONSUME(Naming));
    const body = this.SUBRULE(this.object);
    return this.ACTION(() => this.blockNode(kind, name, body, before));
  });

  private readonly object: ParserMethod<[], ObjectNode> = this.RULE("object", (): ObjectNode => {
    const open = this.CONSUME(LeftBrace);
    const fields: FieldNode[] = [];
    let items: Collected | undefined;
    // A rule of its own for fields, and one for values, would take a third of the time.
    this.MANY(() => {
      const token = this.CONSUME(Item);
      const before = this.before();
      // What is used has no value; while the grammar learns its own rules it sees every item with one.
      const value = token.tokenType !== Use || this.RECORDING_PHASE ? this.OR1(this.afterKey) : undefined;
      if (token.tokenType === Word || token.tokenType === Text) {
        const key = this.name(token);
        if (value) fields.push(before === undefined ? { key, value } : { key, value, ...before });
      } else this.ACTION(() => this.collect(token, value, before, (items ??= emptyItems())));
      this.OPTION(this.comma);
    });
    const span = this.span(open.startOffset, endOf(this.CONSUME(RightBrace)));
    // Nearly all are plain, and of one shape.
    if (!items && !isIncomplete(open)) return { type: "object", fields: exact(fields), span };
    return {
      type: "object",
      fields: exact(fields),
      ...(items && { items }),
      ...(isIncomplete(open) && { incomplete: true }),
      span,
    };
  });

  /** Puts what is no field where it belongs. */
  private collect(token: Token, value: ValueNode | undefined, before: Before, items: Collected): void {
    this.expands = true;
    if (token.tokenType === Use) items.uses.push(this.second(token));
    else if (token.tokenType === Nested) {
      const { payload } = token;
      if (value?.type !== "object" || payload === undefined || !("kind" in payload)) return;
      items.blocks.push(this.blockNode(this.name(payload.kind), this.name(payload.name), value, before));
    } else if (value) {
      const field = { key: this.second(token), value, ...before };
      if (token.tokenType === Raw) items.raws.push(field);
      else items.constants.push(field);
    }
  }

  private blockNode(kind: Name, name: Name, body: ObjectNode, before: Before): BlockNode {
    if (kind.text === environmentKind || kind.text === templateKind) this.expands = true;
    return {
      kind,
      name,
      body,
      ...before,
      span: { file: this.source.file, start: kind.span.start, end: body.span.end },
    };
  }

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
    { ALT: (): ValueNode => this.constantNode(this.CONSUME(Constant)) },
    { ALT: (): ValueNode => this.call(this.CONSUME(Call)) },
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

  private constantNode(token: IToken): ValueNode {
    this.expands = true;
    return { type: "constant", name: token.image.slice(1), span: this.span(token.startOffset, endOf(token)) };
  }

  private call(token: IToken): ValueNode {
    const span = this.span(token.startOffset, endOf(token));
    const [argument = ""] = argumentsOf(token.image);
    return { type: "call", function: token.image.startsWith("env") ? "env" : "secret", argument, span };
  }

  /** The second of a token's two words. */
  private second(token: IToken): Name {
    const text = /\S+$/.exec(token.image)?.[0] ?? "";
    return { text, span: this.span(endOf(token) - text.length, endOf(token)) };
  }

  /** What stands before the token that was just read. */
  private before(): Before {
    return this.margin.isEmpty() ? undefined : this.margin.between(endOf(this.LA(-1)), this.LA(0).startOffset);
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

import type { Doc } from "prettier";
import { builders } from "prettier/doc";
import { between, dangling, leading, trailing, verbatim } from "./print-margins.ts";
import { isGroup, type Body, type Entry, type Leaf, type Tree, type Value } from "./tree.ts";

const { group, hardline, ifBreak, indent, line, softline } = builders;

/** Words that mean something else with a name behind them: only the white space around them tells that they are kinds. */
const keywords = new Set(["import", "let", "raw", "use"]);
const ignore = /^(?:\/\/\s*prettier-ignore|\/\*\s*prettier-ignore\s*\*\/)$/;

/** The whole text, as dpm writes it. */
export function printTree({ source, ...body }: Tree): Doc {
  const isEmpty = body.entries.length + body.dangling.length === 0;
  return isEmpty ? "" : [contents(body, source, hardline), hardline];
}

function separated(isBlank: boolean): Doc {
  return isBlank ? [hardline, hardline] : hardline;
}

/** The entries of a body and what follows them; `separator` is a line break, where the entries fit on one line none. */
function contents({ entries, dangling: last }: Body, source: string, separator: Doc, comma: Doc = ""): Doc {
  const parts = entries.map((entry, index): Doc => {
    const before = entries[index - 1];
    const next = entries[index + 1];
    const { inside, outside } = trailing(entry.trailing);
    const isBlank = before !== undefined && (entry.lines > 1 || isBlock(before) || isBlock(entry));
    return [
      before === undefined ? "" : [isBlank ? softline : "", separator],
      entryDoc(entry, source),
      [inside, next === undefined ? "" : comma, outside],
    ];
  });
  const [first] = last;
  if (first === undefined) return parts;
  const gap = entries.length === 0 ? "" : separated(first.lines > 1 || isBlock(entries.at(-1)));
  return [parts, gap, dangling(last)];
}

function isBlock(entry: Entry | undefined): boolean {
  return entry?.type === "block";
}

function entryDoc(entry: Entry, source: string): Doc {
  const first = firstLeaf(entry);
  const before = leading(entry.leading, first.lines, entry.type === "block");
  const isIgnored = ignore.test(entry.leading.at(-1)?.text ?? "");
  return [before, isIgnored ? verbatim(source.slice(first.start, endOf(entry))) : written(entry, source)];
}

function written({ type, head, colon, value }: Entry, source: string): Doc {
  const [first, name] = head;
  const isKeyword = type === "block" && first && name && value && keywords.has(first.text);
  if (isKeyword) return [verbatim(source.slice(first.start, open(value).end)), rest(value, source, true)];
  const words = head.map((leaf, index) => [index === 0 ? "" : " ", between(leaf.before), leaf.text]);
  const joint = colon ? [colon.before.length > 0 ? [" ", between(colon.before)] : "", ":"] : "";
  if (value === undefined) return words;
  const { before, text } = open(value);
  const gap = type === "value" ? "" : " ";
  return [indent([words, joint, gap, between(before)]), text, rest(value, source, type === "block")];
}

/** What follows a value's first token: of a group, all behind its opening brace. It stays on one line where it was written on one and fits; a block's never does. */
function rest(value: Value, source: string, isBlockBody: boolean): Doc {
  if (!isGroup(value)) return "";
  const {
    open: { type },
    entries,
    opening,
    dangling: last,
    close,
  } = value;
  const { inside, outside } = trailing(opening);
  const isEmpty = entries.length + last.length === 0;
  if (isEmpty && opening.length === 0) return close.text;
  const edge = type === "{" ? line : softline;
  const isBroken =
    isBlockBody || value.isExpanded || entries.some((one) => one.type === "comma" || one.type === "import");
  const inner = contents(value, source, line, type === "{" ? ifBreak("", ",") : ",");
  return group([inside, outside, isEmpty ? "" : indent([edge, inner]), edge, close.text], { shouldBreak: isBroken });
}

function open(value: Value): Leaf {
  return isGroup(value) ? value.open : value;
}

function firstLeaf({ head, value }: Entry): Leaf {
  const first = head[0] ?? (value && open(value));
  if (first === undefined) throw new Error("an entry without a token");
  return first;
}

function endOf({ head, value }: Entry): number {
  if (value) return isGroup(value) ? value.close.end : value.end;
  return head.at(-1)?.end ?? 0;
}

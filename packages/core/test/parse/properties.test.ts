import { Lexer } from "chevrotain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Grammar } from "../../src/1-parse/grammar.ts";
import { createParser, type Parsed } from "../../src/1-parse/parse.ts";
import type { ValueNode } from "../../src/1-parse/syntax.ts";
import { vocabulary } from "../../src/1-parse/tokens.ts";
import type { Span } from "../../src/source/source-file.ts";
import { bare, blocks, choices, print, soup } from "./arbitraries.ts";
import { outline } from "./outline.ts";

const parse = createParser();

const name = "a.dpm";

function spansOf({ document, diagnostics }: Parsed): readonly Span[] {
  const inValue = (value: ValueNode): readonly Span[] => {
    if (value.type === "list") return [value.span, ...value.items.flatMap(inValue)];
    return value.type === "object"
      ? [value.span, ...value.fields.flatMap((field) => [field.key.span, ...inValue(field.value)])]
      : [value.span];
  };
  return [
    ...document.blocks.flatMap(({ span, kind, name: own, body }) => [span, kind.span, own.span, ...inValue(body)]),
    ...diagnostics.flatMap(({ span, related = [], fixes = [] }) => [
      ...(span ? [span] : []),
      ...related.map((one) => one.span),
      ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span)),
    ]),
  ];
}

test("any text is read without an exception, and every span lies inside it", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        soup,
        fc.string({ unit: "binary" }),
        fc.uint8Array().map((bytes) => new TextDecoder("latin1").decode(bytes)),
      ),
      (text) => {
        const parsed = parse({ name, text });
        for (const { file, start, end } of spansOf(parsed)) {
          expect(file).toBe(name);
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test("a block after any mess is read, unless the mess opens a comment", () => {
  fc.assert(
    fc.property(soup, (text) => {
      const parsed = parse({ name, text: `${text}\n\nlast Block {\n  x: 1\n}\n` });
      if (parsed.diagnostics.some(({ code }) => code === "core/unterminated-comment")) return;
      expect(outline(parsed.document).at(-1)).toContain("last Block {x: 1<number>}");
    }),
    { numRuns: 3000 },
  );
});

test("a block before any mess is read, unless the mess goes on with it", () => {
  fc.assert(
    fc.property(soup, (text) => {
      const parsed = parse({ name, text: `first Block { x: 1 }\nsecond Block { y: 2 }\n${text}` });
      expect(outline(parsed.document)[0]).toBe("first Block {x: 1<number>}");
    }),
    { numRuns: 2000 },
  );
});

test("what is printed in any of its forms is read as what it was", () => {
  fc.assert(
    fc.property(blocks, choices, (printed, picks) => {
      const { document, diagnostics } = parse({ name, text: print(printed, picks) });
      expect(diagnostics).toEqual([]);
      const read = document.blocks.map((block) => ({
        kind: block.kind.text,
        name: block.name.text,
        body: bare(block.body),
      }));
      expect(read).toEqual(
        printed.map(({ kind, name: own, fields }) => ({ kind, name: own, body: { type: "object", fields } })),
      );
    }),
    { numRuns: 1000 },
  );
});

const lexer = new Lexer([...vocabulary], { positionTracking: "onlyOffset", skipValidations: true });
const grammar = new Grammar();

test("a long text, which is read in portions, gives what it gives as a whole", () => {
  const filler = `/// Doc.\nfiller Block {\n  /* c\n} */\n  x: "a\\n}"\n}\n`.repeat(400);
  const odd = fc.constantFrom(
    "",
    "/* c\n}\n */",
    "o O {\nx: {\n}\n}\n",
    "a B { x: [1 2] }\r\n",
    'e E {\n x: "\\q"\n}\n',
  );
  fc.assert(
    fc.property(blocks, choices, odd, (printed, picks, middle) => {
      const text = `${filler}${print(printed, picks)}\n${middle}\n${filler}`;
      const { tokens, groups } = lexer.tokenize(text);
      const whole = grammar.read({
        file: name,
        text,
        base: 0,
        tokens,
        docs: groups["docs"] ?? [],
        annotations: groups["annotations"] ?? [],
      });
      const { document, diagnostics } = parse({ name, text });
      expect(text.length).toBeGreaterThan(40_000);
      expect(document.blocks).toEqual(whole.blocks);
      const places = diagnostics.map(({ code, span }) => [code, text.slice(span?.start, span?.end)]);
      expect(places).toEqual(
        middle.includes("1 2")
          ? [["core/missing-comma", "2"]]
          : middle.includes("q")
            ? [["core/bad-escape", "\\q"]]
            : [],
      );
    }),
    { numRuns: 50 },
  );
});

test("nothing is mended in silence: a text without a diagnostic follows the grammar as it stands", () => {
  const follows = (text: string): boolean =>
    grammar.read({ file: name, text, base: 0, docs: [], annotations: [], tokens: lexer.tokenize(text).tokens })
      .blocks !== undefined;
  fc.assert(
    fc.property(soup, (text) => {
      if (parse({ name, text }).diagnostics.length === 0) expect(follows(text)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

const sample = `/// The shop's orders.
fault_tolerance OrderService {
  retry: { max_attempts: 3, on: ["timeout", connect] }
  timeout: 2s
  fallback { status: "a \\"b\\"", data: {} }
} // as measured

load_balancer ApiGateway {
  servers: [
    { host: "10.0.0.1", port: 8080 }
    { host: "10.0.0.2", port: 8080 }
  ]
}

service_discovery "payment service" {
  registry: "consul"
}
`;

test("a text cut off anywhere keeps the blocks before the cut, and says that it is cut at most once", () => {
  const whole = outline(parse({ name, text: sample }).document);
  const ends = parse({ name, text: sample }).document.blocks.map(({ span }) => span.end);
  for (let end = 0; end <= sample.length; end++) {
    const { document, diagnostics } = parse({ name, text: sample.slice(0, end) });
    const complete = ends.filter((one) => one <= end).length;
    expect(outline(document).slice(0, complete)).toEqual(whole.slice(0, complete));
    expect(diagnostics.length).toBeLessThanOrEqual(1);
  }
});

test("a text that lacks any one character has few mistakes, and loses no other block", () => {
  // Without comments: what lacks its line break would go on in one.
  const text = sample.replaceAll(/\/\/.*/g, "");
  const { document: sound } = parse({ name, text });
  const whole = outline(sound);
  const spans = sound.blocks.map(({ span }) => span);
  for (let at = 0; at < text.length; at++) {
    const { document, diagnostics } = parse({ name, text: text.slice(0, at) + text.slice(at + 1) });
    expect(diagnostics.length, `without the character at ${at}`).toBeLessThanOrEqual(2);
    const others = whole.filter((_, index) => at < (spans[index]?.start ?? 0) || at >= (spans[index]?.end ?? 0));
    expect(outline(document), `without the character at ${at}`).toEqual(expect.arrayContaining(others));
  }
});

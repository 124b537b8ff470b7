import { describe, expect, test } from "vitest";
import { createParser } from "../../src/1-parse/parse.ts";
import type { FieldNode } from "../../src/1-parse/syntax.ts";
import { outline } from "./outline.ts";

const parse = createParser();

/** The outline of a text that must have no mistake. */
function read(text: string): readonly string[] {
  const { document, diagnostics } = parse({ name: "a.dpm", text });
  expect(diagnostics).toEqual([]);
  return outline(document);
}

/** The value of `x` in a block, as an outline. */
function value(text: string): string {
  const [block] = read(`a B { x: ${text} }`);
  return /^a B \{x: (.*)\}$/s.exec(block ?? "")?.[1] ?? "";
}

function fieldOf(text: string): FieldNode {
  const field = parse({ name: "a.dpm", text }).document.blocks[0]?.body.fields[0];
  if (field === undefined) throw new Error("no field");
  return field;
}

describe("blocks", () => {
  test("an empty text, white space and comments make an empty document", () => {
    expect(read("")).toEqual([]);
    expect(read(" \t\r\n // a\n /* b \n c */ /**/ \u{feff}\u3000")).toEqual([]);
  });

  test("a block is a kind, a name and fields in braces", () => {
    expect(read("retry_policy OrderService { a: 1 b: 2 }")).toEqual([
      "retry_policy OrderService {a: 1<number>, b: 2<number>}",
    ]);
  });

  test("blocks follow each other with or without a line between them", () => {
    expect(read("a B {} c D {}\n\n\ne F {}")).toHaveLength(3);
  });

  test("a block's name may be a string", () => {
    expect(read('a "order service" {}')).toEqual(['a "order service" {}']);
  });

  test("no word is reserved: kinds may be keys, values and names", () => {
    expect(read("retry retry { retry: retry timeout { retry: timeout } }")).toEqual([
      "retry retry {retry: retry, timeout: {retry: timeout}}",
    ]);
  });

  test("names of JavaScript's own are plain data", () => {
    const names = ["__proto__", "constructor", "hasOwnProperty", "toString"];
    for (const name of names) {
      const text = `${name} ${name} { ${name}: ${name} "${name}": { ${name}: "${name}" } }`;
      expect(read(text)).toEqual([`${name} ${name} {${name}: ${name}, ${name}: {${name}: "${name}"}}`]);
    }
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });

  test("spans cover the token, and a block from its kind to its closing brace", () => {
    const text = 'a "B" { key: "v" }';
    const [block] = parse({ name: "a.dpm", text }).document.blocks;
    const cut = (span: { start: number; end: number } | undefined): string => text.slice(span?.start, span?.end);
    expect(cut(block?.span)).toBe(text);
    expect(cut(block?.name.span)).toBe('"B"');
    expect(cut(block?.body.span)).toBe('{ key: "v" }');
    expect(cut(block?.body.fields[0]?.key.span)).toBe("key");
    expect(cut(block?.body.fields[0]?.value.span)).toBe('"v"');
    expect(block?.span.file).toBe("a.dpm");
  });
});

describe("fields", () => {
  test("commas between fields are optional, one behind the last is allowed", () => {
    const expected = ["a B {x: 1<number>, y: 2<number>}"];
    for (const body of ["x: 1 y: 2", "x: 1, y: 2", "x: 1, y: 2,", "x: 1\ny: 2", "x:1,y:2", "x :1\n,y: 2"])
      expect(read(`a B { ${body} }`)).toEqual(expected);
  });

  test("a key may be a string", () => {
    expect(read('a B { "x y": 1, "200": 2 }')).toEqual(['a B {"x y": 1<number>, 200: 2<number>}']);
  });

  test("an object needs no colon before it", () => {
    expect(read("a B { x { y { z: 1 } } }")).toEqual(["a B {x: {y: {z: 1<number>}}}"]);
  });

  test("the same key twice is kept twice, for a later phase to judge", () => {
    expect(read("a B { x: 1 x: 2 }")).toEqual(["a B {x: 1<number>, x: 2<number>}"]);
  });
});

describe("values", () => {
  test.each(["0", "3", "-3", "0.5", "-0.01", "1e3", "1.5E-7", "2e+2", "007"])(
    "%s is a number, kept as it is written",
    (text) => {
      expect(value(text)).toBe(`${text}<number>`);
    },
  );

  test.each(["2s", "100ms", "1.5h", "50%", "0.1%", "128Mi", "-5s", "1h30m", "5xx", "1_000", "10.0.0.1", "100µs"])(
    "%s is one quantity",
    (text) => {
      expect(value(text)).toBe(`${text}<quantity>`);
    },
  );

  test.each(["true", "false", "least_conn", "_x", "x1", "round-robin", "名前", "größe", "𝒳"])(
    "%s is a word",
    (text) => {
      expect(value(text)).toBe(text);
    },
  );

  test("lists take commas or line breaks between their items, and a comma behind the last", () => {
    for (const text of ['["a", 1, b]', '["a", 1, b,]', '["a"\n1\nb]', '["a"\r1,\r\nb,\n]', '[\n"a", 1\nb]'])
      expect(value(text)).toBe('["a", 1<number>, b]');
    expect(value("[]")).toBe("[]");
    expect(value('[{ host: "a", port: 1 }, [1, [2]]]')).toBe(
      '[{host: "a", port: 1<number>}, [1<number>, [2<number>]]]',
    );
  });

  test("64 levels of nesting are read", () => {
    expect(value(`${"[".repeat(63)}${"]".repeat(63)}`)).toBe(`${"[".repeat(63)}${"]".repeat(63)}`);
  });
});

describe("strings", () => {
  test.each([
    [String.raw`"\" \\ \n \r \t"`, '" \\ \n \r \t'],
    [String.raw`"\u0041\u4e2d\u{1F600}\u{41}"`, "A中😀A"],
    [String.raw`"\uD83D\uDE00"`, "😀"],
    [String.raw`"\u0000"`, "\0"],
    ['"日本 ${x} #{y} {{z}} // no comment /* none */"', "日本 ${x} #{y} {{z}} // no comment /* none */"],
    ['""', ""],
    ['"\t\0\u2028"', "\t\0\u2028"],
    [String.raw`"\\"`, "\\"],
  ])("%s", (text, expected) => {
    const field = fieldOf(`a B { x: ${text} }`);
    expect(field.value).toMatchObject({ type: "string", value: expected });
    expect(read(`a B { x: ${text} }`)).toHaveLength(1);
  });
});

describe("comments", () => {
  test("comments may stand anywhere between tokens", () => {
    expect(read("a/**/B//x\n{/* y */x/**/:/**/1//\n}")).toEqual(["a B {x: 1<number>}"]);
  });

  test("lines of three slashes document the block or the field after them", () => {
    const text = "/// First.\n///  Second.\n///\na B {\n  /// Of x.\n  x: 1\n  y: 2\n  ///Of z.\n  z { }\n}";
    expect(read(text)).toEqual([
      '("First.\\n Second.\\n") a B {("Of x.") x: 1<number>, y: 2<number>, ("Of z.") z: {}}',
    ]);
  });

  test("documentation that documents nothing is a comment", () => {
    expect(read("a B { x: [ /// of an item\n 1 ] /// of the end\n } /// of nothing")).toEqual(["a B {x: [1<number>]}"]);
    expect(read("//// four slashes\na B {}")).toEqual(["a B {}"]);
  });
});

describe("texts from everywhere", () => {
  const text = '/// Doc.\na B {\n  x: 1\n  y: ["a"\n "b"]\n}\n';

  test("all line ends read the same", () => {
    for (const end of ["\r\n", "\r"]) expect(read(text.replaceAll("\n", end))).toEqual(read(text));
  });

  test("a byte order mark is no part of the text", () => {
    expect(read(`\u{feff}${text}`)).toEqual(read(text));
  });

  test("white space of other scripts is white space", () => {
    expect(read("a\u00a0B\u3000{\u2003x:\v1\f}")).toEqual(["a B {x: 1<number>}"]);
  });
});

test("a parser keeps nothing between two texts, whatever was in the first", () => {
  const good = { name: "b.dpm", text: "/// Doc.\na B { x: [1, 2] }" };
  const before = parse(good);
  for (const text of ["a B {", "/// d\n/// e", '"', "a B { x: [1 2", "]]]]", 'a B { x: "\\q']) {
    parse({ name: "a.dpm", text });
    expect(parse(good)).toEqual(before);
  }
});

test("two parsers, and two files of one, do not disturb each other", () => {
  const texts = ["a B { x: 1 }", "c D {", "/// d\ne F { y: [1 2] }"].map((text, index) => ({
    name: `${index}.dpm`,
    text,
  }));
  const alone = texts.map((source) => createParser()(source));
  const other = createParser();
  expect(texts.flatMap((source) => [parse(source), other(source)])).toEqual(alone.flatMap((one) => [one, one]));
});

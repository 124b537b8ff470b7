import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mark, nginx, print, traced } from "../src/index.ts";
import { anyString, hostile, origin } from "./arbitraries.ts";
import type { Numbered } from "./arbitraries.ts";
import { read } from "./nginx-reader.ts";

const show = (children: nginx.Children) => print(nginx.doc(children)).text;
const representable = anyString.filter((s) => nginx.refusal(s) === undefined && nginx.complexRefusal(s) === undefined);
const expanded = (s: string) => s.replaceAll("${dpm_dollar}", "$");

test("the layout: one directive per line, blocks indented by four, absent parts left out", () => {
  const text = show([
    nginx.comment("Made by dpm."),
    nginx.blank,
    nginx.block(
      "upstream",
      [nginx.name("shop")],
      [
        nginx.blank,
        nginx.directive("least_conn"),
        false,
        nginx.blank,
        nginx.blank,
        nginx.directive(
          "server",
          nginx.name("10.0.0.3:8080"),
          nginx.param("weight", 2),
          nginx.param("max_fails", undefined),
          false,
        ),
        nginx.directive("keepalive", 16),
        nginx.blank,
      ],
    ),
    nginx.block("events", [], [undefined, nginx.blank]),
  ]);
  expect(text).toBe(`# Made by dpm.

upstream shop {
    least_conn;

    server 10.0.0.3:8080 weight=2;
    keepalive 16;
}
events {
}
`);
});

test("every string that is not refused is read back exactly, alone and as part of a token", () => {
  fc.assert(
    fc.property(representable, representable, (a, b) => {
      const directive = nginx.directive(
        "x",
        nginx.str(a),
        nginx.name(b),
        nginx.param("p", nginx.str(a), nginx.word(":"), nginx.name(b)),
      );
      expect(read(show([nginx.block("y", [nginx.str(b)], [directive])]))).toEqual([
        { args: ["y", b], block: [{ args: ["x", a, b, `p=${a}:${b}`] }] },
      ]);
    }),
    { numRuns: 1000 },
  );
});

test("in a complex value every dollar is spelled by the variable that dollarGeo defines", () => {
  fc.assert(
    fc.property(representable, (s) => {
      const [directive] = read(show([nginx.directive("return", 200, nginx.complex(s))]));
      const value = directive?.args[2] ?? "";
      expect(expanded(value)).toBe(s);
      expect(value.replaceAll("${dpm_dollar}", "")).not.toContain("$");
      expect(value.includes("$")).toBe(nginx.usesDollar(s));
    }),
    { numRuns: 500 },
  );
  expect(show([nginx.dollarGeo])).toBe('geo $dpm_dollar {\n    default "$";\n}\n');
});

test("what is refused, is refused by the printer too; nothing else is", () => {
  fc.assert(
    fc.property(anyString, (s) => {
      expect(throws(() => show([nginx.directive("x", nginx.str(s))]))).toBe(nginx.refusal(s) !== undefined);
      expect(throws(() => show([nginx.directive("x", nginx.complex(s))]))).toBe(nginx.complexRefusal(s) !== undefined);
    }),
  );
  expect(["a\0b", "\uD800", "x".repeat(4094), "x".repeat(4095), "\n".repeat(2048)].map(nginx.refusal)).toEqual([
    "nul",
    "lone-surrogate",
    undefined,
    "too-long",
    "too-long",
  ]);
  expect(nginx.refusal("$".repeat(320))).toBeUndefined();
  expect(nginx.complexRefusal("$".repeat(320))).toBe("too-long");
  const parts = [nginx.str("x".repeat(4000)), nginx.str("y".repeat(95))];
  expect(parts.map(nginx.tokenRefusal)).toEqual([undefined, undefined]);
  expect(nginx.tokenRefusal(nginx.concat(...parts))).toBe("too-long");
  expect(() => show([nginx.directive("x", nginx.concat(...parts))])).toThrow("too-long");
});

test("a name is bare where nginx reads the same, else quoted", () => {
  const names = ["10.0.0.3:8080", "/health", "shop_api", "a b", "", "-x", "a;b", "#a", "a{b", "~a", "$a", "é"];
  expect(
    show(names.map((name) => nginx.directive("x", nginx.name(name))))
      .trimEnd()
      .split("\n"),
  ).toEqual([
    "x 10.0.0.3:8080;",
    "x /health;",
    "x shop_api;",
    'x "a b";',
    'x "";',
    'x "-x";',
    'x "a;b";',
    'x "#a";',
    'x "a{b";',
    'x "~a";',
    'x "$a";',
    'x "é";',
  ]);
});

test("quotes go around the whole token, and variables inside one are delimited", () => {
  const url = nginx.concat(
    nginx.word("http://"),
    nginx.variable("host"),
    nginx.name("/a b/"),
    nginx.variable("cookie_", "sid"),
  );
  expect(show([nginx.directive("proxy_pass", url), nginx.directive("hash", nginx.variable("cookie_", "sid"))])).toBe(
    'proxy_pass "http://${host}/a b/$cookie_sid";\nhash $cookie_sid;\n',
  );
});

test("what cannot be a variable's name is refused: nginx would read less of it", () => {
  expect(["sid", "Session_1", "a-b", "", "a b", "é"].map(nginx.variableRefusal)).toEqual([
    undefined,
    undefined,
    ...Array<string>(4).fill("not-a-variable"),
  ]);
  expect(() => nginx.variable("cookie_", "a-b")).toThrow(TypeError);
  expect(() => nginx.variable("cookie_", "")).toThrow(TypeError);
});

test("a quoted regular expression matches its string only", () => {
  fc.assert(
    fc.property(representable, (s) => {
      const pattern = nginx.concat(nginx.word("^"), nginx.regexQuoted(s), nginx.word("$"));
      const source = read(show([nginx.directive("location", nginx.word("~"), pattern)]))[0]?.args[2] ?? "";
      expect(new RegExp(source, "u").exec(s)?.[0]).toBe(s);
      expect(new RegExp(source, "u").test(`${s}x`)).toBe(false);
    }),
  );
});

test("a comment never becomes a directive, whatever is in it", () => {
  fc.assert(
    fc.property(anyString, (s) => {
      const text = print(
        nginx.doc([nginx.comment(s), nginx.block("a", [], [nginx.comment(s), nginx.directive("b")])], { header: [s] }),
      ).text;
      expect(read(text)).toEqual([{ args: ["a"], block: [{ args: ["b"] }] }]);
      expect(text).not.toMatch(/[\0-\x09\x0B-\x1F\x7F-\x9F\u2028\u2029]/);
    }),
  );
});

test("a long comment goes on in further lines, since nginx refuses comment lines of 4 kB", () => {
  const text = show([nginx.comment("中".repeat(5000)), nginx.directive("a")]);
  expect(read(text)).toEqual([{ args: ["a"] }]);
  expect(text.split("\n")).toHaveLength(7);
});

test("sizes and times are exact, in the largest unit that says them", () => {
  const args = [
    nginx.size(10 * 2 ** 20),
    nginx.size(65_536),
    nginx.size(1000),
    nginx.size(0),
    nginx.ms(1500),
    nginx.ms(2000),
    nginx.ms(0),
    nginx.seconds(10),
  ];
  expect(show([nginx.directive("x", ...args)])).toBe("x 10m 64k 1000 0 1500ms 2s 0s 10s;\n");
  for (const make of [nginx.size, nginx.ms, nginx.seconds, nginx.int]) {
    expect(() => make(-1)).toThrow(RangeError);
    expect(() => make(0.5)).toThrow(RangeError);
  }
});

test("a mark covers the token of its only traced value, and each value where there are several", () => {
  const statement = nginx.directive(
    "server",
    nginx.name(traced("a b", origin(1))),
    nginx.param("weight", traced(2, origin(2))),
    nginx.param("zone", nginx.str(traced("z", origin(3))), nginx.word(":"), nginx.size(traced(1024, origin(4)))),
  );
  const printed = print(mark(statement, traced(0, origin(5))));
  expect(printed.text).toBe('server "a b" weight=2 "zone=z:1k";\n');
  const marks = printed.marks.map((m) => [printed.text.slice(m.start, m.end), m.origins] as const);
  expect(marks.filter(([, origins]) => (origins[0] as Numbered).number !== 5)).toEqual([
    ['"a b"', origin(1)],
    ["weight=2", origin(2)],
    ["z", origin(3)],
    ["1k", origin(4)],
  ]);
});

test("a traced keyword marks itself", () => {
  const strategy = traced("ip_hash" as const, origin(1));
  expect(print(nginx.directive(strategy)).marks).toEqual([{ start: 0, end: 7, origins: origin(1) }]);
});

test("words and names of directives are fixed by the plugin: a string does not compile, and is checked", () => {
  const raw: string = "evil; }";
  const attempts = [
    // @ts-expect-error -- a raw string is no word
    () => nginx.word(raw),
    // @ts-expect-error -- nor is a traced one
    () => nginx.word(traced(raw)),
    // @ts-expect-error -- nor the name of a directive
    () => nginx.directive(raw),
    // @ts-expect-error -- nor of a block
    () => nginx.block(raw, [], []),
    // @ts-expect-error -- nor of a parameter
    () => nginx.param(raw, 1),
    // @ts-expect-error -- nor an argument
    () => nginx.directive("x", raw),
  ];
  for (const attempt of attempts) expect(attempt).toThrow(TypeError);
  for (const word of hostile.filter((s) => /[\s"'\\;{}#]/.test(s)))
    expect(() => nginx.word(word as "x")).toThrow(TypeError);
});

function throws(print: () => unknown): boolean {
  try {
    print();
    return false;
  } catch {
    return true;
  }
}

import { expect, test } from "vitest";
import { java, print, traced } from "../src/index.ts";
import { origin } from "./arbitraries.ts";

const show = (text: Parameters<typeof print>[0]) => print(text).text.slice(0, -1);

test("numbers are literals of their type", () => {
  expect(
    [java.int(-5), java.long(5), java.long(2n ** 62n), java.double(3), java.double(1e21), java.bool(true)].map(show),
  ).toEqual(["-5", "5L", "4611686018427387904L", "3.0", "1e+21", "true"]);
});

test("numbers out of their type's range are refused", () => {
  expect([0.5, 2 ** 31, -(2 ** 31), Number.NaN].map(java.intRefusal)).toEqual([
    "not-an-integer",
    "out-of-range",
    undefined,
    "not-an-integer",
  ]);
  expect([2 ** 53, 2 ** 64, 2n ** 63n, -(2n ** 63n)].map(java.longRefusal)).toEqual([
    "not-an-integer",
    "out-of-range",
    "out-of-range",
    undefined,
  ]);
  expect(() => java.int(2 ** 31)).toThrow(RangeError);
  expect(() => java.double(Number.NaN)).toThrow(RangeError);
  expect(() => java.char("ab")).toThrow(RangeError);
});

test("a string that no class file can hold is refused", () => {
  expect(java.refusal("x".repeat(65_535))).toBeUndefined();
  expect(java.refusal("x".repeat(65_536))).toBe("too-long");
  expect(java.refusal("\0".repeat(32_768))).toBe("too-long");
  expect(() => java.str("中".repeat(21_846))).toThrow(TypeError);
});

test("a hole inside a string literal is refused", () => {
  expect(() => java.code`String s = "${java.str("x")}";`).toThrow("inside a string");
  expect(() => java.code`char c = '${java.int(1)}';`).toThrow("inside a char");
  expect(() => java.code`String s = """ ${java.int(1)} """;`).toThrow("inside a text block");
  expect(show(java.code`f("a\"//", '"', '\'', "\\", ${java.str("x")})`)).toBe(
    String.raw`f("a\"//", '"', '\'', "\\", "x")`,
  );
});

test("a hole inside a comment takes comment text only, and code takes none", () => {
  expect(() => java.code`// ${java.str("x")}`).toThrow("takes `java.commentText`");
  expect(() => java.code`/* ${java.int(1)} */`).toThrow("takes `java.commentText`");
  expect(() => java.code`int x = ${java.commentText("1")};`).toThrow("outside of a comment");
  expect(show(java.code`/* "${java.commentText("*/")}" */ f(${java.int(1)}); // ${java.javadocText("<b>")}`)).toBe(
    '/* "* /" */ f(1); // &#60;b&#62;',
  );
});

test("a hole in a comment cannot complete what the skeleton began", () => {
  expect(() => java.code`/* *${java.commentText("/")} */`).toThrow("directly after");
  expect(() => java.code`// \\${java.commentText("u000a")}`).toThrow("directly after");
  expect(show(java.code`/* ${java.commentText("*")}/ x */`)).toBe("/* * / x */");
});

test("comments show what they are given, with what would end them made harmless", () => {
  expect(show(java.lineComment("a\nb\\u000ac"))).toBe("// a\n// b\\\\u000ac");
  expect(show(java.blockComment("a */ b"))).toBe("/* a * / b */");
  expect(show(java.blockComment("a\n\nb"))).toBe("/*\n * a\n *\n * b\n */");
  expect(show(java.javadoc("Calls {@link X} & \\u000a */"))).toBe(
    "/** Calls &#123;&#64;link X&#125; &#38; &#92;u000a *&#47; */",
  );
});

test("a file has its header, package, sorted imports and types", () => {
  const file = java.file({
    header: ["Made by dpm."],
    packageName: traced("com.acme", origin(1)),
    imports: ["java.util.Map", "java.time.Duration", "java.util.Map", "static java.util.Map.entry"],
    types: [java.code`final class A {}`],
  });
  expect(print(file)).toEqual({
    text: `// Made by dpm.
package com.acme;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.Map;

final class A {}
`,
    marks: [{ start: 24, end: 32, origins: origin(1) }],
  });
});

test("a nested text of several lines is indented where it stands", () => {
  const body = java.lines([java.code`int a = ${java.int(1)};`, java.code`return a;`]);
  expect(
    show(java.code`
    int get() {
        ${java.lineComment("one\ntwo")}
        ${body}
    }
  `),
  ).toBe("int get() {\n    // one\n    // two\n    int a = 1;\n    return a;\n}");
});

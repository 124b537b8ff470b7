import { expect, test } from "vitest";
import { print, traced, xml } from "../src/index.ts";
import { hostile, origin } from "./arbitraries.ts";

test("the layout: declaration, header, elements with text on one line", () => {
  const project = xml.element("project", { xmlns: "http://maven.apache.org/POM/4.0.0", none: undefined }, [
    xml.comment("one\ntwo"),
    xml.element("version", {}, xml.text("1.0 <&>")),
    false,
    xml.element("list", { a: 'x"\n', n: 3 }, [xml.element("empty", {})]),
  ]);
  expect(print(xml.doc(project, { header: ["Made by dpm."] })).text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<!-- Made by dpm. -->
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <!-- one
  two -->
  <version>1.0 &lt;&amp;&gt;</version>
  <list a="x&quot;&#xa;" n="3">
    <empty/>
  </list>
</project>
`);
});

test("a comment holds no double hyphen, wherever the hyphens stand", () => {
  for (const s of ["-", "--", "a-", "---->", "a--\nb-", ...hostile]) {
    const inner = print(xml.comment(s)).text.slice("<!--".length, -"-->\n".length);
    expect(inner).not.toMatch(/--|-$/);
  }
});

test("what XML 1.0 cannot say is refused, and by the printer too", () => {
  expect(["\0", "\u001B", "\uFFFE", "\uD800", "\t\r\n", "\u0085\u202E😀"].map(xml.refusal)).toEqual([
    "control",
    "control",
    "non-character",
    "lone-surrogate",
    undefined,
    undefined,
  ]);
  expect(() => xml.text("\u0001")).toThrow(TypeError);
  expect(() => xml.element("a b", {})).toThrow("`a b` is not an XML name");
  expect(() => xml.element("a", { 'x="': "1" })).toThrow(TypeError);
});

test("a mark covers the text between the tags, or the quoted attribute", () => {
  const { text, marks } = print(xml.element("a", { b: traced("1", origin(1)) }, xml.text(traced("<", origin(2)))));
  expect(marks.map((m) => text.slice(m.start, m.end))).toEqual(['"1"', "&lt;"]);
});

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dollarDoubled, map, mavenRefusal, print, springRefusal, traced, visible, yaml } from "../src/index.ts";
import { anyString, hostile, origin } from "./arbitraries.ts";

/** What Compose reads: `$$` is `$`, any other `$` begins a variable. */
function interpolated(s: string): string {
  return s.replace(/\$(.?)/gs, (_, next: string) => {
    if (next !== "$") throw new Error("a variable is expanded");
    return "$";
  });
}

test("a string with doubled dollars comes back from Compose's interpolation", () => {
  fc.assert(
    fc.property(anyString, (s) => {
      expect(interpolated(dollarDoubled(s))).toBe(s);
    }),
  );
  expect(dollarDoubled("a$b${c}$$")).toBe("a$$b$${c}$$$$");
});

test("a slot's escape composes with the language's printer and keeps the origin", () => {
  const printed = print(
    yaml.doc(yaml.map([["command", yaml.str(map(traced("echo $HOME", origin(1)), dollarDoubled))]])),
  );
  expect(printed.text).toBe('command: "echo $$HOME"\n');
  expect(printed.marks).toEqual([{ start: 9, end: 22, origins: origin(1) }]);
});

test("what Spring and Maven would expand is refused", () => {
  expect(["a ${b}", "#{x}", "$b", "# {", "{{a}}"].map(springRefusal)).toEqual([
    "placeholder",
    "expression",
    undefined,
    undefined,
    undefined,
  ]);
  expect(["a ${b}", "#{x}", "$b"].map(mavenRefusal)).toEqual(["placeholder", undefined, undefined]);
});

test("a visible string is one line of characters that can be seen", () => {
  expect(visible("a\r\nb\u202E\0")).toBe("a\\nb\\u202e\\u0000");
  for (const s of hostile) expect(visible(s)).not.toMatch(/[\0-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069\uFEFF]/);
});

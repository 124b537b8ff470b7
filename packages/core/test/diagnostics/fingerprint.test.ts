import { describe, expect, test } from "vitest";
import { fieldPaths } from "../../src/1-parse/field-paths.ts";
import { defineDiagnostics } from "../../src/diagnostics/define.ts";
import { findingOf, fingerprintOf, keyOf } from "../../src/diagnostics/fingerprint.ts";

const problems = defineDiagnostics("core", {
  late: { severity: "error", message: "attempt {attempt} of {all}" },
});
const text = `/// Orders.
fault_tolerance Orders {
  retry: { max_attempts: 3 initial_delay: "1s" }
  servers: [{ host: "a" }, { host: "b" }]
}
metrics Orders { expose: [latency] }
`;

function place(of: string, part: string): { readonly file: string; readonly start: number; readonly end: number } {
  const start = of.indexOf(part);
  return { file: "order.dpm", start, end: start + part.length };
}

function fingerprint(of: string, part: string, attempt = 3): string {
  const found = problems.late({ attempt, all: ["a"] }).at(place(of, part));
  return fingerprintOf(findingOf(found, fieldPaths([{ name: "order.dpm", text: of }])));
}

describe("the path of a place", () => {
  const pathOf = fieldPaths([{ name: "order.dpm", text }]);
  test.each([
    ["3", "fault_tolerance Orders.retry.max_attempts"],
    ["max_attempts", "fault_tolerance Orders.retry.max_attempts"],
    ["max_attempts: 3", "fault_tolerance Orders.retry.max_attempts"],
    ["{ max_attempts", "fault_tolerance Orders.retry"],
    ['"b"', "fault_tolerance Orders.servers.host"],
    ["fault_tolerance", "fault_tolerance Orders"],
    ["[latency]", "metrics Orders.expose"],
    ["/// Orders", ""],
  ])("of `%s` is %s", (part, path) => expect(pathOf(place(text, part))).toBe(path));

  test("is empty in a file that is not at hand", () => expect(pathOf({ file: "x", start: 0, end: 0 })).toBe(""));
});

describe("a fingerprint", () => {
  const before = fingerprint(text, "3");

  test("is 16 hexadecimal digits, today and tomorrow", () => expect(before).toBe("418ca3fb679b8315"));

  test("stays when lines and blocks move and the layout changes", () => {
    const [first = "", second = ""] = text.split(/(?=metrics)/);
    expect(fingerprint(`\n${second}\n\n${first}`, "3")).toBe(before);
    expect(fingerprint(text.replace("{ max_attempts", "{\n    max_attempts"), "3")).toBe(before);
  });

  test("changes with the block, the field and what the message is filled with", () => {
    const others = [
      fingerprint(text.replace("Orders {\n", "Billing {\n"), "3"),
      fingerprint(text, '"1s"'),
      fingerprint(text, "3", 2),
    ];
    expect(new Set([before, ...others]).size).toBe(4);
  });

  test("does not depend on the order of the parameters, nor on what nobody would read", () => {
    const one = findingOf(
      { code: "a/b", severity: "note", message: "", params: { x: 1, y: "z".repeat(300) } },
      () => "",
    );
    const other = findingOf(
      { code: "a/b", severity: "note", message: "", params: { y: "z".repeat(400), x: 1 } },
      () => "",
    );
    expect(keyOf(one)).toBe(keyOf(other));
  });
});

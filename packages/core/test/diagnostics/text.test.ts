import { describe, expect, test } from "vitest";
import { defineDiagnostics } from "../../src/diagnostics/define.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderText } from "../../src/diagnostics/text.ts";
import type { Span } from "../../src/source/source-file.ts";

const problems = defineDiagnostics("core", {
  "unknown-field": { severity: "error", message: "{kind} has no field `{name}`" },
  "dead-attempt": { severity: "error", message: "attempt 3 can never start", help: "raise total" },
  doubtful: {
    severity: "warning",
    message: "doubtful",
    help: "look again at this field, at the one after it, and at whatever else may matter",
  },
  aside: { severity: "note", message: "by the way" },
});

const order = {
  name: "order.dpm",
  text: 'fault_tolerance OrderService {\n  retyr: 3\n\n  timeout: { total: "1s" }\n}\n',
};

function at(source: { name: string; text: string }, part: string): Span {
  const start = source.text.indexOf(part);
  return { file: source.name, start, end: start + part.length };
}

function render(diagnostics: readonly Diagnostic[], sources = [order], options = {}): string {
  return renderText(diagnostics, sources, options);
}

test("a mistake has its code, place, message, the line before, and a caret under the smallest token", () => {
  const diagnostic = problems
    .unknownField({ kind: "fault_tolerance", name: "retyr" })
    .at(at(order, "retyr"), { label: "did you mean `retry`?" });
  expect(render([diagnostic])).toBe(
    `error core/unknown-field                                           order.dpm:2:3
  fault_tolerance has no field \`retyr\`

  1 │ fault_tolerance OrderService {
  2 │   retyr: 3
    │   ^^^^^ did you mean \`retry\`?

1 error in order.dpm
`,
  );
});

test("related places of the same file are underlined in the same frame, in the order of lines", () => {
  const related = [{ message: "the deadline", span: at(order, '"1s"') }];
  const diagnostic = problems.deadAttempt().at(at(order, "3"), { label: "2 attempts fit", related });
  expect(render([diagnostic])).toContain(`
  2 │   retyr: 3
    │          ^ 2 attempts fit
  4 │   timeout: { total: "1s" }
    │                     ---- the deadline
  help: raise total      dpm explain core/dead-attempt
`);
});

test("a related place in another file has a frame of its own, under its place", () => {
  const other = { name: "other.dpm", text: "\n\nretry {}" };
  const diagnostic = problems
    .deadAttempt()
    .at(at(order, "3"), { related: [{ message: "first here", span: at(other, "retry") }] });
  expect(render([diagnostic], [order, other])).toContain(`
  2 │   retyr: 3
    │          ^

  other.dpm:3:1
  3 │ retry {}
    │ ----- first here
`);
});

test("a help too long for the line has the command on the next", () => {
  expect(render([problems.doubtful().at(at(order, "3"))])).toContain(`
  help: look again at this field, at the one after it, and at whatever else may matter
        dpm explain core/doubtful
`);
});

describe("what is shown", () => {
  const errors = Array.from({ length: 60 }, (_, index) =>
    problems.unknownField({ kind: "k", name: String(index) }).at({ file: "order.dpm", start: index, end: index + 1 }),
  );
  const warning = problems.doubtful().at({ file: "order.dpm", start: 70, end: 71 });
  const note = problems.aside().at({ file: "order.dpm", start: 0, end: 1 });

  test("the first fifty by file and place, then how many there are", () => {
    const text = render([note, warning, ...errors.toReversed()]);
    expect(text.match(/^error /gm)).toHaveLength(50);
    expect(text.indexOf("`0`")).toBeLessThan(text.indexOf("`1`"));
    expect(text).toMatch(/`49`/);
    expect(text).not.toMatch(/`50`|doubtful|by the way/);
    expect(text.split("\n").at(-2)).toBe("60 errors, 1 warning in order.dpm, 11 of them not shown; 1 note not shown");
  });

  test("notes only when they are asked for", () => {
    expect(render([note])).toBe("1 note not shown\n");
    expect(render([note], [order], { notes: true })).toMatch(
      /^note core\/aside .*\n {2}by the way\n[^]*\n1 note in order\.dpm\n$/,
    );
  });

  test("another limit", () => {
    expect(render(errors, [order], { limit: 1 }).match(/^error /gm)).toHaveLength(1);
  });

  test("nothing for nothing", () => {
    expect(render([])).toBe("");
  });

  test("a mistake without a place, and one in a text that is not at hand", () => {
    expect(render([problems.aside().at(undefined)], [], { notes: true })).toBe(
      "note core/aside\n  by the way\n\n1 note\n",
    );
    expect(
      render([problems.unknownField({ kind: "k", name: "n" }).at({ file: "x.dpm", start: 5, end: 6 })], []),
    ).toMatch(/^error core\/unknown-field +x\.dpm\n {2}k has no field `n`\n\n1 error in x\.dpm\n$/);
  });

  test("several files are counted", () => {
    const other = { name: "b.dpm", text: "x" };
    const text = render([warning, problems.doubtful().at({ file: "b.dpm", start: 0, end: 1 })], [order, other]);
    expect(text).toContain("2 warnings in 2 files");
    expect(text.indexOf("b.dpm:1:1")).toBeLessThan(text.indexOf("order.dpm:"));
  });
});

test("colour comes from the caller and changes no other character", () => {
  const diagnostics = [
    problems
      .deadAttempt()
      .at(at(order, "3"), { label: "2 attempts fit", related: [{ message: "the deadline", span: at(order, '"1s"') }] }),
    problems.aside().at(undefined),
  ];
  const roles = new Set<string>();
  const style = (role: string, text: string): string => {
    roles.add(role);
    return `\u001b[1m${text}\u001b[0m`;
  };
  const coloured = render(diagnostics, [order], { style, notes: true });
  expect(coloured.replaceAll(/\u001b\[\dm/g, "")).toBe(render(diagnostics, [order], { notes: true }));
  expect([...roles].toSorted()).toEqual(["caret", "code", "error", "gutter", "help", "note", "place", "related"]);
});

test("nothing of the source steers the terminal, wherever it is quoted", () => {
  const evil = { name: "e\u001bvil.dpm", text: "a\u001b[31m \u202e\u0000\u009b2J x" };
  const span = at(evil, "x");
  const diagnostic = problems
    .unknownField({ kind: "\u001b[2J", name: "\u202e\r\n" })
    .at(span, { label: "\u0007", help: "\u2028", related: [{ message: "\u009b", span }] });
  const text = render([diagnostic], [evil]);
  expect(text).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
  expect(text).toContain("␀");
  expect(text).toContain("<U+202E>");
});

test("a text that nobody would read to its end is cut where a message is made", () => {
  const { message, params } = problems.unknownField({ kind: "k", name: "x".repeat(10_000_000) }).at(undefined);
  expect(message).toBe(`k has no field \`${"x".repeat(60)}…\``);
  expect(problems.unknownField({ kind: "k", name: "x".repeat(400) }).at(undefined).message).toHaveLength(417);
  expect(params["name"]).toHaveLength(10_000_000);
});

import { expect, test } from "vitest";
import { java, language, print, traced, yaml } from "../src/index.ts";
import { origin } from "./arbitraries.ts";

const go = language("go", { str: (s: string) => JSON.stringify(s), int: (n: number) => String(n) });
const show = (text: Parameters<typeof print>[0]) => print(text).text;

test("a skeleton loses the indentation that its lines share", () => {
  expect(
    show(go.code`
      func main() {
      	run(${go.int(3)})
      }
  `),
  ).toBe("func main() {\n\trun(3)\n}\n");
});

test("text of several lines keeps the indentation of the line it stands in", () => {
  const body = go.lines([
    go.code`a()`,
    go.code`
    if b {
        c()
    }
  `,
  ]);
  expect(
    show(go.code`
    func main() {
        ${body}
    }
  `),
  ).toBe("func main() {\n    a()\n    if b {\n        c()\n    }\n}\n");
});

test("a backslash in a skeleton is a backslash, and only the template's own signs are unescaped", () => {
  expect(show(go.code`a \n \\ \` \${b} \$`)).toBe("a \\n \\\\ ` ${b} \\$\n");
});

test("a line whose holes are all empty disappears, with the blank line that it would double", () => {
  const nothing = go.lines([]);
  expect(
    show(go.code`
    a

    ${nothing}

    b
  `),
  ).toBe("a\n\nb\n");
  expect(
    show(go.code`
    a
    ${false}
    ${undefined} ${[]}
    b
  `),
  ).toBe("a\nb\n");
});

test("a line that disappears leaves no blank line at the beginning or end of a block", () => {
  expect(
    show(go.code`
    a {
        ${false}

        b

        ${false}
    }
  `),
  ).toBe("a {\n    b\n}\n");
});

test("several texts in one hole stand one below the other, and absent ones leave nothing", () => {
  expect(
    show(go.code`
    x
      ${[go.int(1), false, [go.int(2), undefined]]}
  `),
  ).toBe("x\n  1\n  2\n");
  expect(show(go.commas([go.int(1), go.lines([]), go.int(2)]))).toBe("1, 2\n");
  expect(show(go.paragraphs([go.int(1), false, go.int(2)]))).toBe("1\n\n2\n");
});

test("text of another language is refused", () => {
  expect(() => go.code`${java.int(1) as never}`).toThrow("`java` stands where `go` is expected");
});

test("a token that prints a line end is refused: it must escape it", () => {
  const broken = language("broken", { str: (s: string) => s });
  expect(() => broken.str("a\nb")).toThrow("`broken.str` must escape line ends");
});

test("raw strings and text of other languages do not compile", () => {
  const raw: string = "x";
  const attempts = [
    // @ts-expect-error -- a raw string is no text
    () => go.code`${raw}`,
    // @ts-expect-error -- text of another language
    () => go.code`${java.str(raw)}`,
    // @ts-expect-error -- a YAML node is no text
    () => go.code`${yaml.str(raw)}`,
    // @ts-expect-error -- a traced value has not been printed
    () => go.code`${traced(raw, origin(1))}`,
  ];
  for (const attempt of attempts) expect(attempt).toThrow(TypeError);
});

import { expect, test } from "vitest";
import { blockKinds } from "../../src/blocks/index.gen.ts";
import { compileText, findings } from "../compile/compiling.ts";

const examples = blockKinds.map(({ kind, example }) => [kind, example] as const);

test.each(examples)("the example of %s declares one and compiles, with no warning either", (kind, example) => {
  const compilation = compileText(example ?? "");
  expect(findings(compilation).filter((one) => !one.startsWith("note"))).toEqual([]);
  const { components, blocks } = compilation.model;
  const kinds = [...components.flatMap((one) => one.facets), ...blocks].map((one) => one.kind);
  expect(kinds).toContain(kind);
});

import { EmbeddedActionsParser, Lexer } from "chevrotain";
import { expect, test } from "vitest";
import { Grammar } from "../../src/1-parse/grammar.ts";
import { vocabulary } from "../../src/1-parse/tokens.ts";

// Both are made without validation, which costs time at each start; so it happens here.
test("the lexer's definition has no errors, and every pattern names its first characters", () => {
  const { lexerDefinitionErrors } = new Lexer([...vocabulary], {
    positionTracking: "onlyOffset",
    ensureOptimizations: true,
    deferDefinitionErrorsHandling: true,
  });
  expect(lexerDefinitionErrors).toEqual([]);
});

test("the grammar is sound: one token of lookahead decides everywhere", () => {
  expect(() => new Grammar({ skipValidations: false })).not.toThrow();
  expect(new Grammar()).toBeInstanceOf(EmbeddedActionsParser);
});

import { Lexer } from "chevrotain";
import { vocabulary } from "./tokens.ts";

/** Makes a lexer, which keeps nothing of the texts that it reads. */
export function createLexer(): Lexer {
  return new Lexer([...vocabulary], {
    positionTracking: "onlyOffset",
    ensureOptimizations: true,
    skipValidations: true,
  });
}

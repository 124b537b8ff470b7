export {
  complex,
  concat,
  int,
  ms,
  name,
  param,
  regexQuoted,
  seconds,
  size,
  str,
  variable,
  variableRefusal,
  word,
} from "./args.ts";
export type { Arg, Word } from "./args.ts";
export { blank, block, comment, directive, directiveRefusal, doc, dollarGeo, named, usesDollar } from "./statements.ts";
export type { Children, Statement } from "./statements.ts";
export { complexRefusal, refusal, tokenRefusal } from "./token.ts";
export type { Token } from "./token.ts";

export { grammar } from "./grammar.ts";
export type { Capture, Grammar, Pattern } from "./pattern.ts";

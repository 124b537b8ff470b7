export { combine, map, plain, traced } from "./origin.ts";
export type { Origin, Traced, Value } from "./origin.ts";
export type { TracedTree } from "./traced-tree.ts";
export { mark } from "./text.ts";
export type { Text } from "./text.ts";
export { marksOfLine, print } from "./print.ts";
export type { Mark, Printed } from "./print.ts";

export { language } from "./language.ts";
export type { Language, Tokens } from "./language.ts";
export type { CodeTag, Hole } from "./code.ts";
export { collisions } from "./names.ts";
export { composeVariable, dollarDoubled, mavenRefusal, springRefusal } from "./slots.ts";
export { visible } from "./unicode.ts";

export * as java from "./java/index.ts";
export * as json from "./json.ts";
export * as nginx from "./nginx/index.ts";
export * as properties from "./properties.ts";
export * as xml from "./xml.ts";
export * as yaml from "./yaml.ts";

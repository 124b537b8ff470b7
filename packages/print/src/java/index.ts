export { code, commas, lines, paragraphs } from "./code.ts";
export type { Hole } from "./code.ts";
export { blockComment, commentText, javadoc, javadocText, lineComment } from "./comment.ts";
export type { CommentText } from "./comment.ts";
export { file } from "./file.ts";
export type { JavaFile } from "./file.ts";
export { bool, char, double, int, intRefusal, long, longRefusal, refusal, str } from "./literal.ts";
export type { JavaText } from "./literal.ts";
export { className, constantName, ident, identRefusal, memberName, packageName, qualified } from "./names.ts";

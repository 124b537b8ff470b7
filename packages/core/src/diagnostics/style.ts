/** What a piece of the text form is, so that whoever knows the terminal can colour it. */
export type Role = "error" | "warning" | "note" | "code" | "place" | "gutter" | "caret" | "related" | "help";

/** Colours a piece; it adds no visible character. */
export type Style = (role: Role, text: string) => string;

export const plain: Style = (_, text) => text;

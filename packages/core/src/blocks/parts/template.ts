import { string, type Field } from "../../fields/field.ts";

/** A text with parameters of the method that uses it: `order:{order_id}`. */
export const template: Field<string> = string({
  pattern: "(?:[^{}]|\\{\\{|\\}\\}|\\{[A-Za-z_][A-Za-z0-9_]*\\})+",
  expected: "a text in which `{name}` is a parameter, `{{` and `}}` are braces",
});

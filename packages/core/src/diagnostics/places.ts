import type { Param } from "./diagnostic.ts";

/** Every `{name}` of a text; braces around anything else than one word are text. */
type Names<Text> = Text extends `${infer Before}}${infer Rest}` ? Word<AfterLastBrace<Before>> | Names<Rest> : never;
type AfterLastBrace<Text> = Text extends `${string}{${infer Rest}`
  ? Rest extends `${string}{${string}`
    ? AfterLastBrace<Rest>
    : Rest
  : never;
type Word<Text> = Text extends "" | `${string} ${string}` | `${string}"${string}` ? never : Text;

/** The parameters that fill a text, or one of several texts. */
export type ParamsOf<Text> = { readonly [Name in Names<Text> & string]: Param };

/** Constructs something from parameters; from none where the texts have no places. */
export type From<Text, Made> = keyof ParamsOf<Text> extends never ? () => Made : (params: ParamsOf<Text>) => Made;

/** `bad-name` as it is written in code. */
export type Camel<Slug extends string> = Slug extends `${infer Head}-${infer Rest}`
  ? `${Head}${Capitalize<Camel<Rest>>}`
  : Slug;

export function camel(slug: string): string {
  return !slug.includes("-") ? slug : slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

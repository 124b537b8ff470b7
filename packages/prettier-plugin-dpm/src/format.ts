/** The formatter without Prettier's package: what of Prettier it needs is bundled with it. */
import { format as formatBy } from "prettier/standalone";
import * as plugin from "./index.ts";

/**
 * The text as dpm writes it, two spaces deep, 100 columns wide where it can be broken; its kind of line breaks is kept.
 * A text with mistakes is refused with a `SyntaxError`.
 */
export function format(text: string): Promise<string> {
  return formatBy(text, { ...plugin.defaultOptions, parser: "dpm", plugins: [plugin], endOfLine: "auto" });
}

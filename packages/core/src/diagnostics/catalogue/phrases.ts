import { definePhrases } from "../phrases.ts";

/** What stands in dpm's messages and beside them. */
export const phrases = definePhrases("core", {
  /** Between the items of a list. */
  comma: ", ",
});

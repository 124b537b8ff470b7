import type { phrases as english } from "../catalogue/phrases.ts";
import type { PhraseTranslation } from "../translation.ts";

export const phrases: PhraseTranslation<typeof english> = {
  comma: "、",
};

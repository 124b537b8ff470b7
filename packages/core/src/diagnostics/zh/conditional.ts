import type { conditionalProblems } from "../catalogue/conditional.ts";
import type { Translation } from "../translation.ts";

export const conditional: Translation<typeof conditionalProblems> = {
  conditional: {
    message: "未能判定 `{rule}`：当 {condition} 时它成立",
    help: "写明 {input}，即可检查这条规则",
  },
};

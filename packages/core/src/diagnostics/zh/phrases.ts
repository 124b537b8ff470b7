import type { phrases as english } from "../catalogue/phrases.ts";
import type { PhraseTranslation } from "../translation.ts";

export const phrases: PhraseTranslation<typeof english> = {
  comma: "、",
  semicolon: "；",
  error: "错误",
  warning: "警告",
  note: "提示",
  help: "建议:",
  "one-error": "1 个错误",
  errors: "{n} 个错误",
  "one-warning": "1 个警告",
  warnings: "{n} 个警告",
  "one-note": "1 条提示",
  notes: "{n} 条提示",
  "one-file": "1 个文件",
  files: "{n} 个文件",
  found: "{found}",
  "found-in": "{place} 中有 {found}",
  "not-all-shown": "{counts}，其中 {left} 个未显示",
  "notes-not-shown": "{notes}未显示",
};

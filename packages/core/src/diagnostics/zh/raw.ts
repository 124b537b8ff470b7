import type { rawProblems } from "../catalogue/raw.ts";
import type { Translation } from "../translation.ts";

export const raw: Translation<typeof rawProblems> = {
  "raw-unheard": {
    message: "`raw {target}` 无人接收：配置中没有目标 `{target}`",
    help: { far: "配置 `{target}`，或者删除它", near: "如果想写的是 `raw {near}`，请改正" },
  },
  "raw-not-taken": {
    message: "目标 `{target}` 没有把 {path} 写到任何地方",
    help: "按 `{target}` 文档中的形式，把它移到该目标会生成文件的块中",
  },
  "raw-overrides": { message: "`raw {target}` 替换了 dpm 自己写的 {path}", help: "删除其中一个" },
  "raw-text": {
    message: "`raw {target}` 含有任何文件都不能容纳的内容",
    help: { character: "删除半个代理对", name: "把名称缩短到 1000 个字符" },
  },
};

import type { pluginProblems } from "../catalogue/plugins.ts";
import type { Translation } from "../translation.ts";

export const plugins: Translation<typeof pluginProblems> = {
  "api-mismatch": {
    message: "插件 `{plugin}` 使用插件契约的第 {found} 版，本 dpm 使用第 {expected} 版",
    help: "安装适合本 dpm 的 `{plugin}`，或者安装它所适合的 dpm",
  },
  "duplicate-kind": {
    message: "块类型 `{kind}` 由 `{first}` 和 `{second}` 重复声明",
    help: "从配置中删除两个插件之一",
  },
  "duplicate-target": { message: "目标 `{target}` 配置了两次", help: "删除其中一个" },
  "duplicate-plugin": { message: "两个不同的插件都叫 `{plugin}`", help: "从配置中删除其中一个" },
  "no-version": {
    message: "`{text}` 不是 `{target}` 的版本",
    help: "写一个版本，例如 `{example}`，或者一个范围，例如 `>={example}`",
  },
  "plugin-crashed": {
    message: "插件 `{plugin}` 在 {stage} 阶段失败：{problem}",
    help: "请报告给 `{plugin}` 的作者：这是插件的缺陷，不是模型的问题",
  },
  "normalize-conflict": {
    message: "插件 `{plugin}` 给{block}添加 `{field}`，但它已经有了",
    help: "请报告给 `{plugin}` 的作者：这是插件的缺陷，不是模型的问题",
  },
  "normalize-foreign": {
    message: "插件 `{plugin}` 给{block}添加内容，而这个块的类型不属于它",
    help: "请报告给 `{plugin}` 的作者：这是插件的缺陷，不是模型的问题",
  },
  "normalize-strange": {
    message: "插件 `{plugin}` 给{block}添加的 `{field}` 不是 JSON 值",
    help: "请报告给 `{plugin}` 的作者：这是插件的缺陷，不是模型的问题",
  },
  "same-path": { message: "目标 `{target}` 生成了两个文件 `{path}`", help: "给这两个文件所代表的组件之一改名" },
  "verdict-missing": {
    message: "目标 `{target}` 没有交代{field}",
    help: "请报告给 `{target}` 的作者：这是插件的缺陷，不是模型的问题",
  },
  "verdict-undeclared": {
    message: "目标 `{target}` 对{field}给出了 `{verdict}`，而它的支持表没有声明",
    help: "请报告给 `{target}` 的作者：这是插件的缺陷，不是模型的问题",
  },
  "origin-lost": {
    message: "目标 `{target}` 对{field}给出了 `{verdict}`，但它输出的内容没有一处来自那里",
    help: "请报告给 `{target}` 的作者：这是插件的缺陷，不是模型的问题",
  },
};

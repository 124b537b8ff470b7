import type { Translation } from "@dpm/core";
import type { problems } from "../diagnostics.ts";

export const entries: Translation<typeof problems> = {
  usage: { message: "{problem}", help: "运行 `{command}` 查看可以怎样写" },
  "unknown-component": { message: "没有组件 `{name}`", help: "请写以下之一：{components}" },
  "no-policy": {
    message: "没有组件有 `fault_tolerance` 块，因此没有什么可以模拟",
    help: "在模型中加上 `fault_tolerance <name> { ... }`",
  },
  "which-component": { message: "有多个组件带有 `fault_tolerance` 块", help: "请写以下之一：{components}" },
  "bad-scenario": { message: "`{option}` 没有意义：{problem}", help: "运行 `dpm help simulate` 查看可以怎样写" },
  "script-unreadable": { message: "无法读取脚本 `{path}`：{reason}", help: "写一个包含结果列表的 JSON 文件" },
  "unknown-output": { message: "没有目标生成文件 `{path}`", help: "写 `{out}` 下的文件，例如 {example}" },
  "no-line": { message: "`{path}` 有 {count} 行，没有第 {line} 行", help: "写 1 到 {count} 之间的行号" },
  "not-as-generated": {
    message: "磁盘上的 `{path}` 与现在将要生成的不一致；这里说的是将要生成的内容",
    help: "运行 `dpm generate`",
  },
  "unknown-code": {
    message: "没有诊断 `{code}`",
    help: "按诊断中显示的样子写代码，例如 `core/dead-attempt`，或者写一种块",
  },
  "unknown-kind": {
    message: "没有块类型 `{kind}`",
    help: { near: "如果想写的是 `{near}`，请改正", any: "请写以下之一：{kinds}" },
  },
  "unknown-field": {
    message: "`{container}` 没有字段 `{field}`",
    help: {
      near: "如果想写的是 `{near}`，请改正",
      any: "请写以下之一：{fields}",
      none: "询问 `{container}`：它没有字段",
    },
  },
  "exists-already": {
    message: "`{path}` 已经存在；什么也没有写入",
    help: "在另一个文件夹中运行 `dpm init`，或者删除该文件",
  },
  "bad-name": { message: "`{name}` 不能作为组件的名称", help: "使用字母、数字、`_`、`-` 和 `.`，以字母开头" },
  "not-formatted": {
    message: "{total} 个文件中有 {count} 个与 `dpm format` 的写法不一致：{files}",
    help: "运行 `dpm format`",
  },
  "could-not-write": { message: "无法写入 `{path}`：{reason}", help: "腾出空间或授予权限，然后再运行一次" },
};

import type { valueProblems } from "../catalogue/values.ts";
import type { Translation } from "../translation.ts";

export const values: Translation<typeof valueProblems> = {
  "unknown-field": { message: "`{container}` 没有字段 `{field}`" },
  "duplicate-field": { message: "`{container}` 中的 `{field}` 写了两次", help: "删除其中一个" },
  "conflicting-aliases": {
    message: "`{first}` 和 `{second}` 是 `{container}` 中同一字段的两个名称，而它们的值不同",
    help: "删除其中一个",
  },
  "missing-field": { message: "`{container}` 缺少 `{field}`，应为{expected}", help: "加上 `{field}`" },
  "wrong-type": { message: "`{field}` 是{found}，应为{expected}" },
  "supplied-value": {
    message: "`{field}` 必须在 dpm 运行时就已知，而 {call} 要到系统运行的地方才知道",
    help: "写出具体的值；不同环境可以选择不同的值",
  },
  "unknown-value": { message: "`{field}` 是 `{value}`，应为以下之一：{values}" },
  "unfamiliar-value": { message: "`{field}` 是 `{value}`，dpm 不认识它", help: "如果想写的是 `{near}`，请改正" },
  "malformed-text": { message: "`{field}` 是{found}，应为{expected}" },
  "missing-unit": { message: "`{field}` 是{found}，没有单位，应为{expected}", help: "加上单位" },
  "bad-unit": { message: "`{field}` 是{found}，但没有单位 `{unit}`，应为{expected}" },
  "ambiguous-unit": {
    message: "`{field}` 是{found}，其中 `{unit}` 按 `{clear}` 解读，即 1024 的幂",
    help: "写 `{clear}`，或者直接写字节数",
  },
  "out-of-range": { message: "`{field}` 是{found}，应为{expected}" },
  "inexact-value": { message: "`{field}` 是{found}，不是整数个{unit}", help: "取整到整数个{unit}" },
  "too-few-items": { message: "`{field}` 有 {found} 项，至少应有 {min} 项", help: "增加一项，或者删除 `{field}`" },
  "too-deep": { message: "`{field}` 的嵌套超过 {limit} 层", help: "写得扁平些" },
};

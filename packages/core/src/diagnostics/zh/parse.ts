import type { parseProblems } from "../catalogue/parse.ts";
import type { Translation } from "../translation.ts";

export const parse: Translation<typeof parseProblems> = {
  "unexpected-token": { message: "{found} 不能出现在这里，应为{expected}" },
  "unexpected-character": { message: "{found} 在 dpm 中没有意义", help: "删除它，或者把它所属的文本放进双引号" },
  "unquoted-text": { message: "`{text}` 需要引号，因为它不是{kind}", help: "用双引号括起来" },
  "wrong-quotes": { message: "字符串只能用双引号", help: '在文本前后写 `"`' },
  "missing-brace": { message: "{where}缺少 `{brace}`", help: "补上 `{brace}`" },
  "missing-bracket": { message: "{where}缺少 `{bracket}`", help: "补上 `{bracket}`" },
  "extra-brace": { message: "这个 `{brace}` {what}", help: "删除它，或者补上它要闭合的括号" },
  "nested-block": {
    message: "`{block}` 写在了 `{outer}` 里面；块必须独立存在",
    help: "把 `{block}` 移到 `{outer}` 外面",
  },
  "missing-name": {
    message: "这个 `{kind}` 块没有名称",
    help: "在 `{kind}` 后面写上组件的名称，例如 `{kind} OrderService`",
  },
  "missing-colon": { message: "`{key}` 后面缺少 `:`", help: "写成 `{key}:`" },
  "missing-value": { message: "`{key}` 没有值", help: "在 `{key}:` 后面写一个值，或者删除该字段" },
  "missing-comma": { message: "列表中同一行的两项之间需要逗号", help: "在这一项前面写一个逗号" },
  "unterminated-string": {
    message: "字符串没有在本行内结束",
    help: '补上缺少的 `"`；字符串中的换行写作 `\\n`',
  },
  "unterminated-comment": { message: "注释没有结束，文件的其余部分都成了注释", help: "在注释结束处写 `*/`" },
  "bad-escape": {
    message: "`{escape}` 不是转义序列",
    help: '反斜杠写作 `\\\\`；其他转义有 \\" \\/ \\b \\f \\n \\r \\t \\uXXXX，以及花括号中最多六位数字的 \\u',
  },
  "half-character": { message: "这个字符串含有半个字符（{found}）", help: "重新写出该字符，或者写它的转义序列" },
  "nesting-too-deep": {
    message: "花括号和方括号的嵌套超过 {limit} 层",
    help: "把值写得扁平些；dpm 中没有嵌套这么深的内容",
  },
  "too-many-mistakes": {
    message: "只报告本文件的前 {limit} 个错误，其余不再报告",
    help: "先改正这些错误；这真的是一个 dpm 文件吗？",
  },
};

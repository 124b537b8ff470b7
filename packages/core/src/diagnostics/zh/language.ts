import type { languagePhrases, languageProblems } from "../catalogue/language.ts";
import type { PhraseTranslation, Translation } from "../translation.ts";

export const language: Translation<typeof languageProblems> = {
  "duplicate-definition": { message: "{what} 声明了两次", help: "保留其中一个，或者改名" },
  "unknown-constant": { message: "没有常量 `{name}`", help: "在所有块之外声明它：`let {name}: ...`" },
  "constant-cycle": { message: "这些常量互相引用：{names}", help: "给其中一个写上具体的值" },
  "unknown-template": { message: "没有模板 `{name}`", help: "声明 `template {name}` 块，或者使用已有的模板" },
  "template-cycle": { message: "这些模板互相引用：{names}", help: "删除其中一行 `use`" },
  "unknown-environment": {
    message: "没有环境 `{name}`",
    help: {
      none: "声明 `env {name}` 块，或者不选择环境",
      known: "从 {known} 中选择一个",
      near: "选择 `{near}`，或者 {known} 中的另一个",
    },
  },
  misplaced: {
    message: "{what} 写在{where}没有意义",
    help: "移动它：`let` 写在块之外或环境之中，`raw` 直接写在块中，字段写在块中",
  },
  "unknown-annotation": { message: "没有注解 `@{name}`", help: "使用 `@suppress` 或 `@deprecated`" },
  "annotation-form": { message: "`@{name}` 的写法不对", help: "写成 `{form}`" },
  "suppression-reason": { message: "屏蔽诊断必须说明原因", help: "把原因写在第二个文本里" },
  "suppression-unknown": { message: "没有诊断 `{code}`，所以什么也没有屏蔽", help: "照诊断显示的样子写代码" },
  "suppression-of-error": { message: "`{code}` 在这里是错误，错误不能屏蔽", help: "修正错误，并删除屏蔽" },
  "suppression-unused": { message: "这里没有 `{code}` 的诊断，所以什么也没有屏蔽", help: "删除屏蔽" },
  "deprecated-use": {
    message: "`{name}` 已弃用",
    help: { plain: "改用别的", instead: "改用别的：{instead}" },
  },
  "import-missing": { message: "源文件中没有 `{path}`", help: "从导入它的文件的位置写出路径" },
  "import-late": { message: "导入写在了块里面", help: "把它移到第一个块之前" },
};

export const languageWords: PhraseTranslation<typeof languagePhrases> = {
  constant: "常量 `{name}`",
  template: "模板 `{name}`",
  "environment-block": "这个环境的块 `{kind} {name}`",
  "the-error": "这个错误",
  "item-field": "字段 `{name}`",
  "item-use": "`use {name}`",
  "item-raw": "`raw {name}`",
  "item-let": "`let {name}`",
  "item-deprecated": "`@deprecated`",
  "item-annotation": "`@{name}`",
  "before-nothing": "后面没有块或字段的地方",
  "in-block": "块中",
  "in-group": "字段组中",
  "in-environment": "`env {name}` 的顶层",
  "before-field": "字段之前",
  "variable-name": "变量名，例如 `DATABASE_URL`",
  "store-and-key": "存储与键，例如 `database/password`",
};

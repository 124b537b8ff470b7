import type { modelPhrases, modelProblems } from "../catalogue/model.ts";
import type { PhraseTranslation, Translation } from "../translation.ts";

export const model: Translation<typeof modelProblems> = {
  "unknown-kind": {
    message: "没有块类型 `{kind}`",
    help: "使用 dpm 和已配置插件所知道的类型，或者配置提供 `{kind}` 的插件",
  },
  "bad-name": {
    message: "块名以字母或 `_` 开头，后面是字母、数字、`_`、`-` 或 `.`，最多 100 个字符",
    help: "给块改名，例如 `OrderService`",
  },
  "duplicate-block": { message: "`{kind} {name}` 声明了两次", help: "合并这两个块，或者给其中一个改名" },
  "similar-names": {
    message: "`{one}` 与 `{other}` 只是单词的连接方式不同，因此是两个组件",
    help: "如果指的是同一个组件，两处要写相同的名称",
  },
  "dangling-reference": { message: "没有组件 `{name}`", help: "声明一个名为 `{name}` 的块，或者写一个已有组件的名称" },
  "ambiguous-reference": { message: "`{name}` 可能指 {candidates}", help: "按声明时的写法准确写出名称" },
  "calls-itself": { message: "`{name}` 调用了自己", help: "从它自己的 `calls` 中删除 `{name}`" },
  "unknown-owner": {
    message: "对 `{callee}` 的调用，`{choice}` 不能负责 {concern}",
    help: "选择这条调用边上有能力的已配置目标，或者选择一个层",
  },
  "owner-not-followed": {
    message: "从 `{caller}` 到 `{callee}` 的调用，`{choice}` 不能负责 {concern}：{instead}",
    help: "如果希望所有调用一致，请选择每个调用方都会经过的负责者",
  },
  "retried-twice": {
    message:
      "从 `{caller}` 到 `{callee}` 的调用会被重试两遍，最多 {attempts} 次尝试：一遍由 {outer} 重试，一遍由 {inner} 重试，后者为 `{other}` 而重试，却也包裹了这些调用",
    help: "在目标的 `components` 中只写两个进程之一，或者选择两条路径上都有的重试负责者",
  },
  "owner-of-nothing": {
    message: "`{callee}` 没有 {concern}，因此无人可以负责",
    help: "删除这个选择，或者在它的 `fault_tolerance` 中加上 `{concern}`",
  },
  "same-layer": {
    message: "目标 `{first}` 和 `{second}` 都在{layer}层，而且都针对{components}：那里只有 `{first}` 起作用",
    help: "说明每个目标针对哪些组件：`components: [...]`",
  },
  "configured-name-unknown": {
    message: "配置的 {where} 写了 `{name}`，但没有这样的组件",
    help: "组件名称要与块中的写法完全一致",
  },
  "undefined-component": {
    message: "没有组件 `{name}`：没有块叫这个名称",
    help: {
      write: "如果想写的是 `{near}`，请改正，或者声明一个名为 `{name}` 的块",
      declare: "声明一个名为 `{name}` 的块，或者在这里删除它",
    },
  },
  "target-not-configured": {
    message: "该块只针对目标 `{target}`，而它没有配置",
    help: {
      write: "如果想写的是 `{near}`，请改正，或者配置目标 `{target}`",
      add: "配置目标 `{target}`，或者在这里删除它",
    },
  },
  "pattern-not-made": {
    message: "`{kind}` 不能仅由默认值生成：它需要{needs}",
    help: "声明 `{kind} {service} { ... }`，或者删除这个模式",
  },
  "owner-first": {
    message: "{concern} 由 `{target}` 负责：它是 in_process、rpc、mesh、gateway 中第一个在这条调用边上且有能力的",
  },
  "owner-chosen": { message: "{concern} 由 `{target}` 负责：由块选定" },
  "owner-configured": { message: "{concern} 由 `{target}` 负责：由配置选定" },
};

export const modelWords: PhraseTranslation<typeof modelPhrases> = {
  "choose-one-of": "请选择：{targets}",
  "remove-choice": "删除这个选择：通往它的路径上没有已配置的目标有此能力",
  "owns-it": "那里由 `{target}` 负责",
  "nobody-owns-it": "那里无人负责",
  "in-process": "`{process}` 进程中的 `{target}`",
  "in-layer": "{layer} 层的 `{target}`",
};

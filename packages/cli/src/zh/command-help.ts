import { ownTargets } from "../init/targets.gen.ts";

export interface CommandHelp {
  readonly summary: string;
  readonly description: string;
  /** What is said of options and arguments, by `--name` or name. */
  readonly said: Readonly<Record<string, string>>;
  /** The meanings of the examples, in their order. */
  readonly examples: readonly string[];
}

/** What means the same in every command. */
export const shared: Readonly<Record<string, string>> = {
  files: "文件或模式，代替配置中的 `input`",
  "--config": "配置文件，代替最近的那个",
  "--env": "采用哪个环境的 `env` 块",
  "--format": "结果的显示方式",
  "--watch": "源文件、配置或项目中的插件改变时重新运行",
  "--notes": "也显示提示，而不只是它们的数目",
  "--locale": "消息、报告和帮助使用的语言（默认：由 LC_ALL、LC_MESSAGES、LANG 决定）",
  "--version": "显示版本",
};

/** The help of each command in Chinese. */
export const commandHelp: Readonly<Record<string, CommandHelp>> = {
  dpm: {
    summary: "",
    description: "用一个模型描述弹性与交付模式，生成多种引擎的配置和代码。",
    said: {},
    examples: ["写出第一个模型和它的配置", "生成所有已配置目标的文件", "一个命令的选项和示例"],
  },
  init: {
    summary: "写出第一个模型和它的配置",
    description: "在当前文件夹中写出第一个模型 main.dpm 和它的配置 .dpmrc.json。在终端中会提问，绝不覆盖任何文件。",
    said: {
      "--name": "第一个服务的名称",
      "--target": `要生成什么（a,b）：${ownTargets.map((one) => one.name).join("、")}，或任何已安装的插件`,
      "--yes": "不提问：使用 OrderService，以及已安装插件的目标",
    },
    examples: ["先提问，再写出", "在脚本中"],
  },
  generate: {
    summary: "生成所有已配置目标的文件",
    description: "生成所有已配置目标的文件。要么全部写入，要么在出现任何错误时一个也不写。",
    said: {
      "--target": "只生成这些目标（a,b）；其他目标仍会检查",
      "--out": "文件写到哪里，代替配置中的 `out`",
      "--dry-run": "只说明会写什么，不写入",
      "--check": "不写入；如果文件与将要生成的不一致，退出码为 3",
      "--force": "覆盖和删除被手工修改的文件",
      "--strict": "把这些当作错误：approximated、impossible、warning（不写列表则为全部）",
      "--json": "把整个结果作为一个 JSON 对象；--format json 只含有问题的内容",
    },
    examples: [
      "已配置的全部内容",
      "一个目标会写什么",
      "在构建中：有人忘记生成时失败",
      "每次改动之后重新运行，直到 Ctrl-C",
      "目标无法表达某项内容时失败",
      "写了什么、损失了什么、宕机时会怎样",
    ],
  },
  format: {
    summary: "用同一种风格写模型的文件",
    description: "用同一种风格写模型的文件，以及它们导入的文件。含义和每条注释都保持不变；有语法错误的文件保持原样。",
    said: {
      "--check": "不写入；如果有文件与 format 的写法不一致，退出码为 3",
      "--stdin-filepath": "把标准输入格式化到标准输出，消息中用这个文件名称呼它",
    },
    examples: ["已配置模型的每个文件", "在构建中：有人忘记格式化时失败", "供编辑器使用"],
  },
  plan: {
    summary: "在写入文件之前说明模型的改动意味着什么",
    description:
      "把模型与先前的模型比较：一次调用可能需要多久、宕机对后端有什么影响、谁负责什么、哪些字段改变、目标在哪些方面不再那么精确，以及会写哪些文件。不写入任何文件。插件是现在的插件，因此不同之处来自模型。",
    said: { "--against": "与什么比较：git 版本；如果有同名的，也可以是文件夹或文件（默认：HEAD）" },
    examples: ["尚未提交的内容", "用于合并请求", "一个含有模型及其配置的文件夹"],
  },
  check: {
    summary: "说明模型有什么问题，不写入任何文件",
    description:
      "说明模型有什么问题，不写入任何文件。会询问每个已配置的目标，因此 check 通过的模型 generate 一定能生成。使用基线时只说明新出现的问题：它也接受错误，而 generate 不接受。",
    said: {
      "--baseline": "只说明这个 .json 文件不知道的问题；不写文件时使用配置旁边的 dpm.baseline.json",
      "--update-baseline": "按现在发现的问题重新生成基线；请提交它",
    },
    examples: [
      "已配置的模型，针对每个已配置的目标",
      "一个文件",
      "接受今天已知的问题",
      "在构建中：出现新问题时失败",
      "每次改动之后重新运行，直到 Ctrl-C",
      "供编辑器或构建服务器使用；github 和 sarif 供合并请求使用",
    ],
  },
  report: {
    summary: "说明每个字段在每个目标中的结果",
    description: "对每个写出的字段和每个已配置的目标说明结果：精确、默认即是、近似、由他处负责或无法表达，以及原因。",
    said: { "--target": "只看这些目标的说法（a,b）", "--lost": "只看近似或无法表达的内容" },
    examples: ["每个目标中的每个字段", "只看损失的内容", "用于评审", "供工具使用"],
  },
  simulate: {
    summary: "针对故障的后端模拟一个组件的策略",
    description: "在虚拟时钟上针对故障的后端模拟一个组件的策略：后端看到什么、调用方得到什么、熔断器何时断开。",
    said: {
      component: "哪个组件的策略；只有一个组件有策略时可以省略",
      "--backend": "down、slow、hang 或 flaky=<ratio>（默认：down）",
      "--script":
        '对后端的每次调用得到什么：[{ "outcome": "ok"|"error"|"hang"|"refuse", "after"?: "20ms" }, ...]，最后一项会重复',
      "--requests": "一共发送多少个请求（默认：5；调用方更多时每个调用方一个）",
      "--callers": "多少个调用方同时发送",
      "--gap": "一个调用方的请求结束与下一个请求之间的时间，例如 100ms",
    },
    examples: ["所有连接都被拒绝", "十个调用方，没有应答", "十次调用失败三次", "重现昨夜发生的事"],
  },
  why: {
    summary: "说明生成的一行来自哪里",
    description: "说明生成的一行的每个部分来自哪里：模型中的位置，或者推导及其原因。",
    said: { "file:line": "一个生成的文件和其中的一行，写法与其他工具的输出相同" },
    examples: ["一行", "供工具使用"],
  },
  model: {
    summary: "显示模型：组件、调用、负责者",
    description:
      "显示每个目标得到的模型：组件、调用，以及每条调用上谁负责什么。用 JSON 时显示每个值，单位和默认值都已确定。",
    said: { "--json": "等同于 --format json" },
    examples: ["概览", "全部内容，供工具使用"],
  },
  targets: {
    summary: "显示已配置的目标及其能力",
    description: "显示已配置的目标：它们的引擎、作用的位置和可以负责的内容；或者逐个字段显示每个目标能表达什么。",
    said: { "--matrix": "逐个字段，可能出现哪些结果" },
    examples: ["已配置的目标", "每个目标对每个字段能表达什么"],
  },
  explain: {
    summary: "解释一个诊断、一种块或一个字段",
    description:
      "解释一个诊断：它的含义、一个示例、如何改正；或者解释一种块或一个字段：接受什么、是什么意思、每个目标如何处理。涵盖 dpm 自己的和已配置插件的内容。",
    said: {
      what: "诊断中显示的代码，例如 core/dead-attempt；或者块类型，例如 fault_tolerance；或者其中的字段，例如 fault_tolerance.retry",
    },
    examples: ["dpm 自己的诊断", "已配置插件的诊断", "一种块、它的字段和一个示例", "一个字段、它的值和它的目标"],
  },
};

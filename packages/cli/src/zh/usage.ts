/** What the parser of the command line says, in Chinese. Its errors have texts only. */
const told: readonly (readonly [RegExp, string])[] = [
  [/^unknown command (`[^]*`)$/, "没有命令 $1"],
  [/^unknown option (`[^]*`)$/, "没有选项 $1"],
  [/^missing required argument (`[^]*`)$/, "缺少参数 $1"],
  [/^option (`[^]*`) argument missing$/, "选项 $1 缺少参数"],
  [/^option (`[^]*`) cannot be used with option (`[^]*`)$/, "选项 $1 不能与选项 $2 一起使用"],
  [/^(`[^]*`) is no place, (<file>:<line>) was expected$/, "$1 不是位置，应为 $2"],
  [
    /^option (`[^]*`) argument (`[^]*`) is invalid\. Allowed choices are ([^]*)$/,
    "选项 $1 的参数 $2 无效，可选的有 $3",
  ],
  [
    /^option (`[^]*`) argument (`[^]*`) is invalid\. A whole number from 1 on was expected$/,
    "选项 $1 的参数 $2 无效，应为从 1 起的整数",
  ],
  [
    /^option (`[^]*`) argument (`[^]*`) is invalid\. At least one name was expected$/,
    "选项 $1 的参数 $2 无效，应至少有一个名称",
  ],
  [
    /^too many arguments(?: for (`[^]*`))?\. Expected (\d+) arguments? but got (\d+): ([^]*)$/,
    "参数太多，应有 $2 个，却有 $3 个：$4",
  ],
];

export function usageInChinese(problem: string): string {
  const [pattern, text] = told.find(([one]) => one.test(problem)) ?? [];
  return pattern === undefined || text === undefined ? problem : problem.replace(pattern, text);
}

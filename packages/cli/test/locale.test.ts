import { untranslated } from "@dpm/testing";
import { expect, test } from "vitest";
import { commands } from "../src/commands/index.ts";
import { problems } from "../src/diagnostics.ts";
import { asksForJson, localeOf } from "../src/locale.ts";
import { phrases } from "../src/phrases.ts";
import { zh } from "../src/zh/index.ts";
import { dpm, hello, project } from "./dpm.ts";

const model = `fault_tolerance OrderService {
  retry: { max_attempts: 3, backoff: "fixed", initial_delay: "100ms" }
  timeout: { total: "1s", per_attempt: "450ms" }
}
fault_tolerence Other {}
`;
const broken = project({ "main.dpm": model, ".dpmrc.json": '{ "targets": { "nginx": {} } }' });

test("every text of the command is told in Chinese, with the places of the English one", () => {
  expect(untranslated({ catalogues: [problems.catalogue], phrases: [phrases.phrases] }, zh)).toEqual([]);
});

test.each([
  [["--locale", "zh"], {}, "zh"],
  [["--locale=zh"], { LANG: "en_US.UTF-8" }, "zh"],
  [["--locale", "en"], { LANG: "zh_CN.UTF-8" }, "en"],
  [[], { LANG: "zh_CN.UTF-8" }, "zh"],
  [[], { LANG: "zh" }, "zh"],
  [[], { LC_MESSAGES: "zh_TW", LANG: "de_DE" }, "zh"],
  [[], { LC_ALL: "C", LANG: "zh_CN.UTF-8" }, "en"],
  [[], { LC_ALL: "", LANG: "zh_CN.UTF-8" }, "zh"],
  [[], { LANG: "zhu_XX" }, "en"],
  [[], {}, "en"],
  [["--json"], { LANG: "zh_CN.UTF-8" }, "en"],
  [["--format", "json"], { LANG: "zh_CN.UTF-8" }, "en"],
  [["--json", "--locale", "zh"], {}, "zh"],
])("%j with %j is a run in %s", (args, env, wanted) => {
  expect(localeOf(args, env, asksForJson)).toBe(wanted);
});

test("the same mistakes are told in both languages, in the same places", async () => {
  const [english, chinese, byEnvironment] = await Promise.all([
    dpm(["check"], { cwd: broken }),
    dpm(["check", "--locale", "zh"], { cwd: broken }),
    dpm(["check"], { cwd: broken, env: { LANG: "zh_CN.UTF-8" } }),
  ]);
  expect(english.stderr).toMatch(/^error core\/unknown-kind +main\.dpm:5:1\n {2}there is no block kind/m);
  expect(chinese).toEqual(byEnvironment);
  expect(chinese).toEqual({
    code: 1,
    stdout: "",
    stderr: `错误 core/dead-attempt                                                                 main.dpm:2:26
  如果前面的尝试都超时，第 3 次尝试永远不会开始：连同间隔它们共用 1.1 s，而总超时是 1 s

  2 │   retry: { max_attempts: 3, backoff: "fixed", initial_delay: "100ms" }
    │                          ^ 放得下 2 次尝试
  3 │   timeout: { total: "1s", per_attempt: "450ms" }
    │                     ---- 截止时间
  建议: 把 \`total\` 提高到 1.1 s 以上、把 \`per_attempt\` 降到 "399ms" 或更低，或者把 \`max_attempts\` 降到 2
        dpm explain core/dead-attempt

错误 core/unknown-kind                                                                  main.dpm:5:1
  没有块类型 \`fault_tolerence\`

  4 │ }
  5 │ fault_tolerence Other {}
    │ ^^^^^^^^^^^^^^^ 是否想写 \`fault_tolerance\`？
  建议: 使用 dpm 和已配置插件所知道的类型，或者配置提供 \`fault_tolerence\` 的插件
        dpm explain core/unknown-kind

main.dpm 中有 2 个错误；1 条提示未显示
`,
  });
});

test("machines read the same code, parameters and places; the message follows only where it is asked for", async () => {
  const run = async (...args: readonly string[]): Promise<{ readonly diagnostics: readonly { message: string }[] }> =>
    JSON.parse((await dpm(["check", "--format", "json", ...args], { cwd: broken, env: { LANG: "zh_CN" } })).stdout);
  const [english, chinese] = [await run(), await run("--locale", "zh")];
  expect(english.diagnostics.at(-1)?.message).toBe("there is no block kind `fault_tolerence`");
  expect(chinese.diagnostics.at(-1)?.message).toBe("没有块类型 `fault_tolerence`");
  const withoutTexts = (found: typeof english): unknown =>
    found.diagnostics.map((one) => ({ ...one, message: "", help: "", fixes: "", related: "" }));
  expect(withoutTexts(chinese)).toEqual(withoutTexts(english));
});

test("a plugin without Chinese speaks English, and everything around it Chinese", async () => {
  const { code, stdout } = await dpm(["report", "--locale", "zh"], { cwd: hello() });
  expect(code).toBe(0);
  expect(stdout).toContain("个字段   精确 ");
  expect(stdout).toMatch(/近似 +\w+/);
});

test.each(["", ...commands.map(({ name }) => name)])("nothing in the help of `dpm %s` is English", async (name) => {
  const { code, stdout } = await dpm(["help", ...(name === "" ? [] : [name]), "--locale", "zh"], { cwd: broken });
  expect(code).toBe(0);
  // What is left without Chinese is what the user would type.
  const told = stdout.split("\n").filter((line) => line !== "" && !line.startsWith("用法:"));
  expect(told.filter((line) => !/\p{Script=Han}/u.test(line))).toEqual([]);
  expect(stdout).not.toMatch(/\b(?:the|and|instead|which|says?|shows?|default|choices|examples|usage|options):?\s/i);
});

test.each([
  [["genrate"], "没有命令 `genrate`", "如果想写的是 `generate`，请改正"],
  [["check", "--frmat", "x"], "没有选项 `--frmat`", "如果想写的是 `--format`，请改正"],
  [["check", "--format", "xml"], "选项 `--format <format>` 的参数 `xml` 无效，可选的有 text, json", "dpm help check"],
  [["simulate", "--requests", "0"], "应为从 1 起的整数", "dpm help simulate"],
  [["generate", "--target", ""], "应至少有一个名称", "dpm help generate"],
  [["why"], "缺少参数 `file:line`", "dpm help why"],
  [["why", "nowhere"], "`nowhere` 不是位置", "dpm help why"],
  [["explain", "a", "b"], "参数太多，应有 1 个，却有 2 个：a, b", "dpm help explain"],
  [["simulate", "--backend", "down", "--script", "s"], "不能与选项", "dpm help simulate"],
])("%j is refused in Chinese", async (args, fact, remedy) => {
  const { code, stderr } = await dpm([...args, "--locale", "zh"], { cwd: broken });
  expect(code).toBe(2);
  expect(stderr).toContain(fact);
  expect(stderr).toContain(remedy);
});

import { expect, test } from "vitest";
import { defineDiagnostics, definePhrases, localize, toJson, translations } from "../../src/index.ts";

const say = definePhrases("demo", {
  comma: ", ",
  "or-else": "{first}, or {last}",
  meant: "did you mean `{near}`?",
  "a-list": "a list of {item}",
  "first-here": "first here",
  write: "write `{text}`",
});
const problems = defineDiagnostics("demo", {
  wrong: { severity: "error", message: "`{field}` is wrong, expected {expected}", help: "correct `{field}`" },
  either: { severity: "note", message: "one of {names}", help: { short: "take {names}", long: "wait {time}" } },
});
const zh = translations(
  "demo",
  [
    {
      wrong: { message: "`{field}` 有误，应为{expected}", help: "请更正 `{field}`" },
      either: { message: "{names} 之一", help: { short: "取 {names}", long: "等待 {time}" } },
    },
  ],
  [
    {
      meant: "是否想写 `{near}`？",
      "a-list": "由{item}组成的列表",
      "first-here": "首次出现于此",
      write: "写作 `{text}`",
    },
  ],
);
const span = { file: "a.dpm", start: 0, end: 1 };

test("a diagnostic is told in another language with all that stands beside its message", () => {
  const english = problems.wrong({ field: "port", expected: say.aList({ item: "numbers" }) }).at(span, {
    label: say.meant({ near: "ports" }),
    related: [
      { message: say.firstHere(), span: undefined },
      { message: say.firstHere(), span },
    ],
    fixes: [{ title: say.write({ text: "ports" }), edits: [] }],
  });
  expect(english).toMatchObject({
    message: "`port` is wrong, expected a list of numbers",
    help: "correct `port`",
    label: "did you mean `ports`?",
    related: [{ message: "first here" }],
    fixes: [{ title: "write `ports`" }],
  });
  expect(localize(english, zh)).toMatchObject({
    code: "demo/wrong",
    severity: "error",
    span,
    message: "`port` 有误，应为由numbers组成的列表",
    help: "请更正 `port`",
    label: "是否想写 `ports`？",
    related: [{ message: "首次出现于此", span }],
    fixes: [{ title: "写作 `ports`" }],
  });
});

test("the help that was chosen by its name is told, and a list has the commas of the language", () => {
  const params = { names: ["a", say.meant({ near: "b" })], time: "2s" };
  const withCommas = { ...zh, "core:comma": "、" };
  const [short, long] = (["short", "long"] as const).map((help) => problems.either(params).at(span, { help }));
  expect(short && localize(short, withCommas)).toMatchObject({
    message: "a、是否想写 `b`？ 之一",
    help: "取 a、是否想写 `b`？",
  });
  expect(long && localize(long, withCommas).help).toBe("等待 2s");
});

test("what nobody translated stays English, and machines read English parameters in every language", () => {
  const one = problems.wrong({ field: "x", expected: say.orElse({ first: "a", last: "b" }) }).at(span);
  expect(localize(one, {})).toEqual(one);
  expect(localize(one, zh).message).toBe("`x` 有误，应为a, or b");
  const [english, chinese] = [one, localize(one, zh)].map((told) => toJson([told], []).diagnostics[0]);
  expect(chinese?.message).toBe("`x` 有误，应为a, or b");
  expect(chinese?.params).toEqual({ field: "x", expected: "a, or b" });
  expect(chinese?.params).toEqual(english?.params);
});

test("a reason is told without being placed", () => {
  const { at: _, ...reason } = problems.wrong({ field: "x", expected: "y" });
  expect(localize(reason, zh)).toEqual({ ...reason, message: "`x` 有误，应为y" });
});

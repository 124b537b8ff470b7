import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseBehaviour, parseScript } from "../src/index.ts";

test("a script is a list of outcomes with their times", () => {
  const json = [
    { outcome: "ok" },
    { outcome: "error", after: "20ms" },
    { outcome: "hang" },
    { outcome: "refuse", after: "1.5s" },
    { outcome: "business" },
  ];
  expect(parseScript(json)).toEqual({
    script: [
      { outcome: "ok" },
      { outcome: "error", after: 20_000 },
      { outcome: "hang" },
      { outcome: "refuse", after: 1_500_000 },
      { outcome: "business" },
    ],
  });
});

test.each([
  [null, "", "null was found; a list of outcomes was expected"],
  [{ outcome: "ok" }, "", "an object was found; a list of outcomes was expected"],
  [[], "", "the list is empty; at least one outcome was expected"],
  [["ok"], "[0]", '"ok" was found; an object with `outcome` was expected'],
  [
    [{ outcome: "ok" }, {}],
    "[1].outcome",
    "nothing is no outcome; one of ok, error, hang, refuse, business was expected",
  ],
  [[{ outcome: "down" }], "[0].outcome", '"down" is no outcome; one of ok, error, hang, refuse, business was expected'],
  [[{ outcome: "ok", aftr: "1s" }], "[0].aftr", "an outcome has no field `aftr`; `outcome` and `after` were expected"],
  [[{ outcome: "ok", after: 20 }], "[0].after", '20 is no duration; text such as "20ms" was expected'],
  [[{ outcome: "ok", after: "-1s" }], "[0].after", '"-1s" is no duration; text such as "20ms" was expected'],
  [[{ outcome: "ok", after: "soon" }], "[0].after", '"soon" is no duration; text such as "20ms" was expected'],
])("a mistake in %j is told with its path", (json, path, message) => {
  expect(parseScript(json)).toEqual({ problem: { path, message } });
});

test("no value makes the reader throw or lets an unknown outcome through", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const read = parseScript([value]);
      const first = "script" in read ? read.script[0]?.outcome : "no script";
      expect(["ok", "error", "hang", "refuse", "business", "no script"]).toContain(first);
    }),
  );
});

test("a behaviour is a word, or a ratio", () => {
  expect(parseBehaviour("down")).toEqual({ backend: { behaviour: "down" } });
  expect(parseBehaviour("flaky=0.3")).toEqual({ backend: { behaviour: "flaky", ratio: 0.3 } });
  expect(parseBehaviour("flaky=.5")).toEqual({ backend: { behaviour: "flaky", ratio: 0.5 } });
  expect(parseBehaviour("flaky=30%")).toEqual({ backend: { behaviour: "flaky", ratio: 0.3 } });
});

test.each([
  "",
  "Down",
  "flaky",
  "flaky=",
  "flaky=1.1",
  "flaky=101%",
  "flaky=-1",
  "flaky=NaN",
  "flaky=0.3 ",
  "toString",
])("%j is no behaviour", (text) => {
  expect(parseBehaviour(text)).toHaveProperty("problem.path", "backend");
});

import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dpm, hello } from "./dpm.ts";

const cwd = hello();

test("a written value leads to its place in the model", async () => {
  await dpm(["generate"], { cwd });
  const { code, stdout, stderr } = await dpm(["why", "generated/hello/Plain.properties:2"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe("generated/hello/Plain.properties:2   text=hello\n  hello   main.dpm:2:24   Plain.text\n");
});

test("a decision tells what was decided, from what, and the verdict", async () => {
  const { stdout } = await dpm(["why", "generated/hello/Often.properties:3"], { cwd });
  expect(stdout).toBe(
    "generated/hello/Often.properties:3   times=3\n  3   decision   three is enough, from Often.times main.dpm:3:37 (approximated)\n",
  );
});

test("a default tells so", async () => {
  const { stdout } = await dpm(["why", "generated/hello/Plain.properties:3"], { cwd });
  expect(stdout).toMatch(/\n {2}1 {3}default {3}Plain\.times of main\.dpm:2:\d+/);
});

test("a line of the target's own says that nothing in it comes from the model", async () => {
  const { stdout } = await dpm(["why", "generated/hello/Plain.properties:1"], { cwd });
  expect(stdout).toContain("nothing here comes from the model: hello always says so");
});

test.each([
  ["hello/Plain.properties:2"],
  ["generated/hello/Plain.properties:2:7"],
  ["./generated/hello/Plain.properties:2"],
])("%s means the same line", async (place) => {
  expect((await dpm(["why", place], { cwd })).stdout).toContain("Plain.text");
});

test("as JSON the places are ranges", async () => {
  const { stdout } = await dpm(["why", "hello/Often.properties:3", "--format", "json"], { cwd });
  expect(JSON.parse(stdout)).toEqual({
    file: "generated/hello/Often.properties",
    line: 3,
    text: "times=3",
    target: "hello",
    segments: [
      {
        text: "3",
        from: [
          {
            kind: "decision",
            what: "three is enough",
            places: [expect.objectContaining({ path: "greeting Often.times", file: "main.dpm" })],
            verdict: "approximated",
            reason: "a greeting is said at most three times, not 7",
          },
        ],
      },
    ],
  });
});

test("a file on disk that is not what would be generated is told", async () => {
  const other = hello();
  await dpm(["generate"], { cwd: other });
  appendFileSync(join(other, "generated/hello/Plain.properties"), "# mine\n");
  const { code, stdout, stderr } = await dpm(["why", "hello/Plain.properties:2"], { cwd: other });
  expect(code).toBe(0);
  expect(stderr).toContain("warning cli/not-as-generated");
  expect(stdout).toContain("Plain.text");
});

test.each([
  ["generated/hello/Plian.properties:2", "for example `generated/hello/Plain.properties`"],
  ["generated/hello/Plain.properties:4", "has 3 lines, there is no line 4"],
  ["generated/hello/Plain.properties:0", "has 3 lines, there is no line 0"],
])("%s is refused", async (place, text) => {
  const { code, stdout, stderr } = await dpm(["why", place], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(text);
});

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { dpm, project, repository } from "./dpm.ts";

const examples = join(repository, "examples", "errors");

/** Everything that the run says, after its exit code; the folder's own name is left out. */
async function checked(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const cwd = project(files);
  const { code, stdout, stderr } = await dpm(["check"], { cwd });
  return `exit code ${code}\n${`${stderr}${stdout}`.replaceAll(cwd, "<project>")}`;
}

/** No line of a stack trace, and none of JavaScript's own words for a crash. */
const trace = /^\s+at .+:\d+:\d+|node:internal|RangeError|TypeError/m;

describe("a mistake is told as its example says", () => {
  const cases = readdirSync(examples);
  test("there are examples", () => expect(cases.length).toBeGreaterThanOrEqual(16));
  for (const name of cases) {
    test(`${name} is told with its place and its exit code, without a stack trace`, async () => {
      const folder = join(examples, name);
      const inputs = readdirSync(folder).filter((file) => file !== "output.txt");
      const output = await checked(Object.fromEntries(inputs.map((file) => [file, readFileSync(join(folder, file))])));
      if (process.env["RECORD"]) writeFileSync(join(folder, "output.txt"), output);
      expect(output).toBe(readFileSync(join(folder, "output.txt"), "utf8"));
      expect(output).not.toMatch(trace);
    });
  }
});

// No example: tools that walk the repository would stumble over the file.
test("a package.json that is no JSON is told with the place of the mistake", async () => {
  const text = '{\n  "name": "shop",\n  "dpm": { "targets": ["nginx"] },\n}\n';
  const output = await checked({ "package.json": text, "main.dpm": "" });
  expect(output).toMatch(
    /^exit code 2\nerror workspace\/config-syntax +package\.json:3:34\n {2}no `,` is allowed before `}`\n/,
  );
  expect(output).toContain("help: write valid JSON");
});

const block = (field: string): string => `fault_tolerance Orders {\n  ${field}\n}\n`;
const garbage = Uint8Array.from({ length: 5000 }, (_, index) => (index * 193 + 7 * (index >> 3)) % 128);

const large: readonly (readonly [title: string, input: string | Uint8Array])[] = [
  ["a string of ten million characters", block(`retyr: "${"a".repeat(10_000_000)}"`)],
  ["a hundred thousand nested brackets", block(`retry: ${"[".repeat(100_000)}`)],
  ["binary garbage", garbage],
  ["what is no UTF-8", Uint8Array.of(...Buffer.from("fault_tolerance A { }\n"), 0xc3, 0x28)],
];

describe("what no one wrote by hand ends as any mistake does", () => {
  for (const [title, input] of large) {
    test(`${title}: a place, exit code 1, a short answer`, { timeout: 20_000 }, async () => {
      const output = await checked({ "main.dpm": input, ".dpmrc.json": '{ "targets": { "nginx": {} } }' });
      expect(output).toMatch(/^exit code 1\n/);
      expect(output).toMatch(/main\.dpm:\d+:\d+/);
      expect(output).not.toMatch(trace);
      expect(output.length).toBeLessThan(50_000);
    });
  }
});

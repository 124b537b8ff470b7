import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { problems } from "../src/diagnostics.ts";
import { hello, repository } from "./dpm.ts";

const folder = new URL("../diagnostics/", import.meta.url);
const slugs = Object.keys(problems.catalogue.entries);

test("there is one page for each diagnostic of the command, and no other", () => {
  expect(readdirSync(folder).toSorted()).toEqual(slugs.map((slug) => `${slug}.md`).toSorted());
});

test.each(slugs)("the example of cli/%s produces it", (slug) => {
  const page = readFileSync(new URL(`${slug}.md`, folder), "utf8");
  expect(page.startsWith(`# cli/${slug}\n`)).toBe(true);
  const model = fenced(page, "dpm");
  const cwd = hello(model === undefined ? {} : { "main.dpm": model, ".dpmrc.json": "{}" });
  const path = `${join(repository, "node_modules", ".bin")}:${process.env["PATH"]}`;
  const { stderr } = spawnSync("sh", ["-c", fenced(page, "sh") ?? "false"], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, PATH: path },
  });
  expect(stderr).toContain(`cli/${slug}`);
});

function fenced(page: string, language: string): string | undefined {
  return new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "ms").exec(page)?.[1];
}

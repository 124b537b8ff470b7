import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dpm, project, repository } from "./dpm.ts";

const names = ["README.md", "README.zh.md"];
const readmes = names.map((name) => fs.readFileSync(join(repository, name), "utf8"));

const author = ["-c", "user.name=reader", "-c", "user.email=reader@example.com"];

/** The fenced blocks of one language, with the file that the line before names. */
function blocksOf(text: string, language: string): readonly { readonly file: string; readonly content: string }[] {
  const fence = new RegExp(`(?:\`([\\w./-]+)\`[:：]\\n\\n)?^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm");
  return [...text.matchAll(fence)].map(([, file = "", content = ""]) => ({ file, content }));
}

/** The commands, without what is said of them. */
function commandsOf(text: string): readonly string[] {
  return blocksOf(text, "sh").flatMap(({ content }) => content.split("\n").map((line) => line.split(/ +#/)[0] ?? ""));
}

function filesOf(text: string): Readonly<Record<string, string>> {
  const files = [...blocksOf(text, "dpm"), ...blocksOf(text, "json")].filter(({ file }) => file !== "");
  return Object.fromEntries(files.map(({ file, content }) => [file, content]));
}

test("both languages lead to each other, and show the same commands and the same smallest example", () => {
  const [english = "", chinese = ""] = readmes;
  expect(english).toContain("](README.zh.md)");
  expect(chinese).toContain("](README.md)");
  expect(commandsOf(chinese)).toEqual(commandsOf(english));
  expect(commandsOf(english).filter((one) => one.startsWith("npx dpm "))).not.toEqual([]);
  expect(filesOf(chinese)).toMatchObject(filesOf(english));
});

describe.each(names)("%s", (name) => {
  const text = readmes[names.indexOf(name)] ?? "";
  const { "mistake.dpm": mistake, ...files } = filesOf(text);

  test("its commands do what it says", async () => {
    const cwd = project({ ...files, ".gitignore": "node_modules\ngenerated\n" });
    // One of them compares with what was committed last.
    for (const args of [
      ["init", "--quiet"],
      ["add", "--all"],
      [...author, "commit", "--quiet", "--message", "first"],
    ])
      execFileSync("git", args, { cwd });
    for (const line of commandsOf(text).filter((one) => one.startsWith("npx dpm "))) {
      const { code, stderr } = await dpm(line.split(" ").slice(2), { cwd });
      expect({ line, code, stderr: code === 0 ? "" : stderr }).toEqual({ line, code: 0, stderr: "" });
    }
    expect(fs.readdirSync(join(cwd, "generated"))).toEqual(["nginx"]);
  });

  test("its outputs are what the program says", async () => {
    let told = text;
    for (const { content } of blocksOf(text, "console")) {
      const [line = ""] = content.split("\n");
      const isMistaken = line.includes("mistake.dpm");
      const cwd = project({ ...files, ...(isMistaken && mistake !== undefined && { "mistake.dpm": mistake }) });
      const { stdout, stderr } = await dpm(line.split(" ").slice(3), { cwd });
      told = told.replace(content, () => `${line}\n${(stdout + stderr).trimEnd()}\n`);
    }
    if (process.env["RECORD"] === "1") fs.writeFileSync(join(repository, name), told);
    else expect(text).toBe(told);
    expect(blocksOf(readmes.join("\n"), "console").length).toBeGreaterThan(0);
  });
});

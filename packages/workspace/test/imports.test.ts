import { compile } from "@dpm/core";
import { describe, expect, test } from "vitest";
import { load } from "../src/load.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const policy = (name: string, more = ""): string => `fault_tolerance ${name} { timeout: $deadline ${more} }\n`;

describe("[G3] imports", () => {
  test("bring their file, and what that imports, once each, however many ways lead there", async () => {
    const cwd = temporaryFolder({
      "main.dpm": `import "lib/left.dpm"\nimport "lib/right.dpm"\n${policy("A")}`,
      "lib/left.dpm": `import "base.dpm"\nimport "../main.dpm"\n${policy("Left")}`,
      "lib/right.dpm": `import "./base.dpm"\n${policy("Right")}`,
      "lib/base.dpm": "let deadline: 2s\n",
    });
    const { input, diagnostics, project } = await load({ cwd, files: ["main.dpm"] });
    expect(diagnostics).toEqual([]);
    const names = ["main.dpm", "lib/left.dpm", "lib/right.dpm", "lib/base.dpm"];
    expect(input?.sources.map((one) => one.name)).toEqual(names);
    expect(project.inputs.map((path) => path.slice(project.root.length + 1))).toEqual(names);
    const compiled = input && compile(input);
    expect(compiled?.diagnostics.filter((one) => one.severity === "error")).toEqual([]);
    expect(compiled?.model.components.map((one) => one.name)).toEqual(["A", "Left", "Right"]);
  });

  test("are told in their own file when they lead nowhere, and so is what is wrong in an imported one", async () => {
    const cwd = temporaryFolder({
      "main.dpm": 'import "lib/a.dpm"\n',
      "lib/a.dpm": 'import "gone.dpm"\nfault_tolerance A { retri: 3 }\n',
    });
    const { input } = await load({ cwd });
    const errors = (input && compile(input).diagnostics) ?? [];
    expect(errors.map(({ code, span }) => [code, span?.file])).toEqual([
      ["core/import-missing", "lib/a.dpm"],
      ["core/unknown-field", "lib/a.dpm"],
    ]);
  });
});

test("an environment is chosen by the run, else by the configuration", async () => {
  const cwd = temporaryFolder({
    "main.dpm": "fault_tolerance A { timeout: 1s }\nenv a { fault_tolerance A { timeout: 2s } }\nenv b {}\n",
    ".dpmrc.json": '{ "env": "a", "targets": [] }',
  });
  expect((await load({ cwd })).input?.environment).toBe("a");
  expect((await load({ cwd, env: "b" })).input?.environment).toBe("b");
});

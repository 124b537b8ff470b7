import fs from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeFileSystem } from "../src/write/file-system.ts";
import { replaceFile } from "../src/write/replace-file.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const full = (): never => {
  throw Object.assign(new Error("full"), { code: "ENOSPC" });
};

test.each(["create", "write", "sync", "rename"] as const)(
  "where %s fails the file is as it was, and nothing lies beside it",
  (call) => {
    const folder = temporaryFolder();
    const path = join(folder, "main.dpm");
    fs.writeFileSync(path, "old");
    expect(replaceFile(path, Buffer.from("new"), { ...nodeFileSystem, [call]: full })).toBe("the disk is full");
    expect(fs.readFileSync(path, "utf8")).toBe("old");
    expect(fs.readdirSync(folder)).toEqual(["main.dpm"]);
    expect(replaceFile(path, Buffer.from("new"))).toBeUndefined();
    expect(fs.readFileSync(path, "utf8")).toBe("new");
  },
);

test("a file that is gone is not made again", () => {
  const path = join(temporaryFolder(), "main.dpm");
  expect(replaceFile(path, Buffer.from("new"))).toBe("it does not exist");
  expect(fs.existsSync(path)).toBe(false);
});

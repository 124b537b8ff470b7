import fs from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { onTestFinished } from "vitest";

/** A folder that is gone after the test, with these files in it. */
export function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), "dpm-test-")));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  writeAll(folder, files);
  return folder;
}

export function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    fs.mkdirSync(dirname(join(folder, path)), { recursive: true });
    fs.writeFileSync(join(folder, path), text);
  }
}

/** All files below a folder with their texts; paths with `/`, sorted. Links are shown as `-> target`. */
export function readAll(folder: string, below = folder): Readonly<Record<string, string>> {
  if (!fs.existsSync(below)) return {};
  const texts = fs
    .readdirSync(below, { withFileTypes: true })
    .flatMap((entry): readonly (readonly [string, string])[] => {
      const path = join(below, entry.name);
      if (entry.isDirectory()) return Object.entries(readAll(folder, path));
      const text = entry.isSymbolicLink() ? `-> ${fs.readlinkSync(path)}` : fs.readFileSync(path, "utf8");
      return [[relative(folder, path).split(sep).join("/"), text]];
    });
  return Object.fromEntries(texts.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The files that a user sees: without the writer's own folder. */
export function readOutput(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(readAll(folder)).filter(([path]) => !path.startsWith(".dpm/")));
}

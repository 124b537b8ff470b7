/**
 * Compiling 1,000 services for three targets in memory, against a program that reads the source and plainly writes the
 * same bytes (limit 6); and the cost of a block among 50,000 against one among 5,000 (limit 1.25).
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compile } from "@dpm/core";
import compose from "@dpm/plugin-compose";
import nginx from "@dpm/plugin-nginx";
import resilience4j from "@dpm/plugin-resilience4j";
import { median, reportRatio } from "./measure.ts";
import { systemOf } from "./model.ts";

const targets = [nginx, resilience4j, compose].map((plugin) => ({ name: plugin.name, plugin }));
const compileText = (text: string, wanted: typeof targets) => {
  const compilation = compile({ sources: [{ name: "main.dpm", text }], targets: wanted });
  const error = compilation.diagnostics.find((one) => one.severity === "error");
  if (error) throw new Error(`${error.code}: ${error.message}`);
  return compilation;
};

const folder = mkdtempSync(join(tmpdir(), "dpm-bench-"));
try {
  const source = join(folder, "main.dpm");
  writeFileSync(source, systemOf(1000));
  const files = compileText(readFileSync(source, "utf8"), targets).artifacts.map((one) => ({
    path: join(folder, "out", one.target, one.path),
    text: one.content.text,
  }));
  for (const { path } of files) mkdirSync(dirname(path), { recursive: true });
  const plainly = await median(() => {
    readFileSync(source, "utf8");
    for (const { path, text } of files) writeFileSync(path, text);
  });
  const ours = await median(() => compileText(readFileSync(source, "utf8"), targets));
  const bytes = files.reduce((sum, { text }) => sum + text.length, 0);
  console.log(`1,000 services, ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
  reportRatio("compile in memory / read and plainly write", ours, plainly, 6);
} finally {
  rmSync(folder, { recursive: true });
}

const perBlock = async (blocks: number): Promise<number> => {
  const text = systemOf(blocks / 3);
  return ((await median(() => compileText(text, []), { runs: 3 })) / blocks) * 1000;
};
const few = await perBlock(5001);
const many = await perBlock(49_998);
reportRatio("1,000 blocks among 50,000 / among 5,000", many, few, 1.25);

/**
 * The writer with 3,000 files against a program that stages, syncs and renames the same files (limit 1.5): once into an
 * empty project, once over other contents. Both take turns, and nothing is deleted in between, since some file systems
 * are slow to make files just after many were deleted.
 */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { writeFiles, type OutputFile } from "@dpm/workspace";
import { reportRatio } from "./measure.ts";

const count = 3000;
const rounds = 5;

const filesOf = (mark: string): readonly OutputFile[] =>
  Array.from({ length: count }, (_, index) => ({
    target: ["nginx", "resilience4j", "compose"][index % 3] ?? "",
    path: `part-${index % 10}/service-${index}.conf`,
    mode: "generated",
    content: { text: `# ${mark} ${index}\n`.repeat(60) },
  }));

async function byWriter(root: string, files: readonly OutputFile[]): Promise<void> {
  const { diagnostics } = await writeFiles({ root, out: "generated", files, complete: "all" });
  if (diagnostics[0]) throw new Error(diagnostics[0].message);
}

function byReference(root: string, files: readonly OutputFile[]): void {
  const stage = fs.mkdtempSync(join(root, "stage-"));
  const folders = new Set<string>();
  files.forEach(({ content }, index) => {
    const descriptor = fs.openSync(join(stage, String(index)), "wx");
    fs.writeFileSync(descriptor, content.text);
    fs.fsyncSync(descriptor);
    fs.closeSync(descriptor);
  });
  files.forEach(({ target, path }, index) => {
    const to = join(root, "generated", target, path);
    if (!folders.has(dirname(to))) fs.mkdirSync(dirname(to), { recursive: true });
    folders.add(dirname(to));
    fs.renameSync(join(stage, String(index)), to);
  });
}

const folder = fs.mkdtempSync(join(tmpdir(), "dpm-bench-write-"));
const times = { writer: [[], []] as number[][], reference: [[], []] as number[][] };
const sets = [filesOf("first"), filesOf("second")];
try {
  for (let round = -1; round < rounds; round++) {
    for (const [name, write] of [
      ["reference", byReference],
      ["writer", byWriter],
    ] as const) {
      const root = fs.mkdtempSync(join(folder, "project-"));
      for (const [step, files] of sets.entries()) {
        const started = performance.now();
        await write(root, files);
        if (round >= 0) times[name][step]?.push(performance.now() - started);
      }
    }
  }
} finally {
  fs.rmSync(folder, { recursive: true });
}

const median = (values: readonly number[] = []): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
for (const [step, title] of ["new files", "changed files"].entries()) {
  const [ours, reference] = [median(times.writer[step]), median(times.reference[step])];
  console.log(`${count} ${title}: writer ${ours.toFixed(0)} ms, reference ${reference.toFixed(0)} ms`);
  reportRatio(`write ${title} / stage, sync and rename them`, ours, reference, 1.5);
}

import type { OutputFile } from "../src/write/output-files.ts";
import type { WriteRequest } from "../src/write/decision.ts";

/** How many files each of the two sets has. */
export const size = 200;

/** One of two sets that differ in every file but a few: some are in one set only, some are the same in both. */
export function setOf(name: "a" | "b"): readonly OutputFile[] {
  return Array.from({ length: size }, (_, index): OutputFile => {
    const target = index % 2 === 0 ? "nginx" : "java";
    const own = index % 10 === 0 ? `only-${name}/` : "";
    const text = index % 10 === 1 ? "the same\n" : `${name} ${index}\n`.repeat(1 + (index % 50));
    return { target, path: `${own}part-${index % 7}/${index}.txt`, mode: "generated", content: { text } };
  });
}

export function requestFor(root: string, name: "a" | "b"): WriteRequest {
  return { root, out: "generated", files: setOf(name), complete: "all" };
}

/** What the project then has. */
export function expectedFiles(name: "a" | "b"): Readonly<Record<string, string>> {
  const entries = setOf(name).map(
    ({ target, path, content }) => [`generated/${target}/${path}`, content.text] as const,
  );
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

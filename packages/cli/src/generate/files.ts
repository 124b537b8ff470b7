import { columnsOf, type Report } from "@dpm/core";
import type { FileStatus, GenerateResult, PlannedFile } from "@dpm/workspace";
import { counted } from "../headline.ts";
import { words } from "../language.ts";
import { targetLabel } from "../report/words.ts";
import { columns, styles } from "../terminal/output.ts";
import { table, type Cell } from "../terminal/table.ts";

/** What a user calls it, and whether it changes the disk. */
const statuses: Readonly<Record<FileStatus, { readonly word: string; readonly paint: (text: string) => string }>> = {
  new: { word: words.new(), paint: styles.good },
  changed: { word: words.changed(), paint: styles.fair },
  stale: { word: words.removed(), paint: styles.bad },
  edited: { word: words.changedByHand(), paint: styles.bad },
  unchanged: { word: words.unchanged(), paint: styles.dim },
  adopted: { word: words.unchanged(), paint: styles.dim },
  "scaffold-kept": { word: words.kept(), paint: styles.dim },
};

/** What becomes of a file, in words. */
export const fileWords = Object.fromEntries(
  Object.entries(statuses).map(([status, { word }]) => [status, word]),
) as Readonly<Record<FileStatus, string>>;

/** Of one target so many files are listed; the rest is counted. */
const most = 12;

/** Every target with its files and what became of each. */
export function fileTable({ written, out }: GenerateResult, { targets }: Report): string {
  const groups = Map.groupBy(written, (file) => file.target);
  const labels = new Map(targets.map(({ name, version }) => [name, targetLabel({ name, version })]));
  const rows = [...groups].flatMap(([target, files]) => {
    const listed = files.length > most ? files.toSorted((one, other) => rank(one) - rank(other)).slice(0, most) : files;
    const shown = listed.map((file, index): readonly (Cell | string)[] => [
      index === 0 ? { text: labels.get(target) ?? target, paint: styles.bold } : "",
      shortened(below(out, file.path), room()),
      { text: statuses[file.status].word, paint: statuses[file.status].paint },
    ]);
    const hidden = files.length - listed.length;
    return hidden > 0
      ? [...shown, ["", { text: words.hiddenFiles({ files: counted(hidden, "more file") }), paint: styles.dim }, ""]]
      : shown;
  });
  if (rows.length === 0) return "";
  return `${table(rows, { indent: "  ", gap: "   ", width: columns() }).join("\n")}\n`;
}

/** Files that change come first where not all can be listed. */
function rank({ status }: PlannedFile): number {
  return Object.keys(statuses).indexOf(status);
}

/** What is left for a path when the target and the status have their columns. */
function room(): number {
  return Math.max(columns() - 45, 40);
}

function below(out: string, path: string): string {
  return path.startsWith(`${out}/`) ? path.slice(out.length + 1) : path;
}

/** A long path keeps its first folder and as many of the last ones as there is room for. */
function shortened(path: string, width: number): string {
  if (columnsOf(path) <= width) return path;
  const [first = "", ...folders] = path.split("/");
  const file = folders.pop() ?? "";
  let end = file;
  while (folders.length > 0 && columnsOf(`${first}/…/${folders.at(-1)}/${end}`) <= width)
    end = `${folders.pop()}/${end}`;
  return folders.length === 0 ? `${first}/${end}` : `${first}/…/${end}`;
}

/** `3 files written to generated/ (1 unchanged)`, or what would be. */
export function conclusion(
  { written, out }: GenerateResult,
  { dryRun, check }: { readonly dryRun?: true; readonly check?: true },
): string {
  const of = (...wanted: readonly FileStatus[]): number =>
    written.filter((file) => wanted.includes(file.status)).length;
  const made = of("new", "changed");
  const removed = of("stale");
  const edited = of("edited");
  const same = of("unchanged", "adopted", "scaffold-kept");
  const rest = [
    ...(removed > 0 ? [words.nRemoved({ n: removed })] : []),
    ...(edited > 0 ? [words.nChangedByHand({ n: edited })] : []),
    ...(same > 0 ? [words.nUnchanged({ n: same })] : []),
  ];
  const also = rest.length > 0 ? ` (${rest.join(words.comma())})` : "";
  const folder = out === "" ? "." : `${out}/`;
  const all = counted(written.length, "file");
  if (made + removed + edited === 0) {
    const kept = { files: counted(same, "file"), folder };
    return same === 1 ? words.oneAsGenerated(kept) : words.allAsGenerated(kept);
  }
  if (check) return words.wouldChange({ n: made + removed + edited, files: all, folder });
  const which = { files: counted(made, "file"), folder };
  return `${dryRun ? words.wouldBeWritten(which) : words.written(which)}${also}`;
}

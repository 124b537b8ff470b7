import { fileURLToPath } from "node:url";
import { compile, type FieldReport, type Plugin } from "@dpm/core";
import { expect, test } from "vitest";
import { readCases } from "./case.ts";

/**
 * Every verdict that a plugin declares for a field occurs in one of its golden cases, on that field as somebody wrote it:
 * a declaration that nothing bears out is a promise, and core refuses only the opposite.
 */
export function everyVerdict(plugin: Plugin, fixtures: URL): void {
  test("every verdict that may occur for a field occurs in a golden case", () => {
    const seen = readCases(plugin, fileURLToPath(fixtures)).flatMap(({ input }) =>
      compile(input).report.fields.flatMap((field) => cellsOf(field, plugin.name)),
    );
    const occurs = (cell: Cell): boolean =>
      seen.some(({ place, verdict }) => verdict === cell.verdict && `${place}.`.startsWith(`${cell.place}.`));
    const missing = declared(plugin).filter((cell) => !occurs(cell));
    expect(missing.map(({ place, verdict }) => `${place} ${verdict}`)).toEqual([]);
  });
}

interface Cell {
  /** `load_balancer.servers.host` */
  readonly place: string;
  readonly verdict: string;
}

/** `load_balancer Shop.servers[0].host` is at `load_balancer.servers.host`, and what is unwritten in a group is inside it. */
function cellsOf({ path, unwritten, verdicts }: FieldReport, target: string): readonly Cell[] {
  const [, kind = "", field = ""] = /^(\S+) [^.]*\.(.*)$/.exec(path.replace(/\[[^\]]*\]/g, "")) ?? [];
  const place = `${kind}.${field}`;
  const places = unwritten ? unwritten.map((one) => `${place}.${one}`) : [place];
  return verdicts
    .filter((one) => one.target === target)
    .flatMap(({ verdict }) => places.map((one) => ({ place: one, verdict })));
}

function declared({ support }: Plugin): readonly Cell[] {
  return Object.entries(support ?? {}).flatMap(([kind, { fields }]) => cellsIn(fields, kind));
}

function cellsIn(tree: object, place: string): readonly Cell[] {
  const verdicts: unknown = "verdicts" in tree && "since" in tree ? tree.verdicts : tree;
  if (Array.isArray(verdicts)) return verdicts.map((verdict) => ({ place, verdict: String(verdict) }));
  return Object.entries(tree).flatMap(([name, inner]) =>
    cellsIn(inner as object, `${place}.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`),
  );
}

/**
 * What several entries share lies in two files, since each file costs half a millisecond: one that needs no other
 * package, so that `dpm --help` loads none, and one for the rest.
 */
import type { OutputOptions } from "rolldown";
import { packageName } from "./entries.ts";

type Splitting = Exclude<OutputOptions["codeSplitting"], boolean | undefined>;
type Name = Extract<NonNullable<Splitting["groups"]>[number]["name"], (...args: never) => unknown>;
type Context = Parameters<Name>[1];

export const chunks: Splitting = {
  groups: [
    {
      debugName: "shared code",
      test: /[/\\]src[/\\]/,
      minShareCount: 2,
      name: (id, context) => (isAlone(id, context) ? "alone" : "shared"),
    },
  ],
};

/** Whether a module comes without another package, by what it imports at once. */
function isAlone(id: string, context: Context, seen = new Set<string>()): boolean {
  if (seen.has(id)) return true;
  seen.add(id);
  const imported = context.getModuleInfo(id)?.importedIds ?? [];
  return imported.every(
    (one) => one.startsWith("node:") || (packageName(one) === undefined && isAlone(one, context, seen)),
  );
}

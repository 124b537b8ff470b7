import { java } from "@dpm/print";
import { atLeast, concerns, spanOf, type Diagnostic, type Edge, type FaultTolerance, type ValidateContext } from "@dpm/core";
import { problems } from "./diagnostics.ts";
import { textOf } from "./lower/fault_tolerance/fallback.ts";
import { namesOf } from "./lower/names.ts";
import { numbers } from "./numbers.ts";
import type { Options } from "./options.ts";

type Context = ValidateContext<Options>;

/** What cannot be generated at all. */
export function refusals(context: Context): readonly Diagnostic[] {
  const blocks = context.blocks("fault_tolerance");
  return [
    ...oldVersion(context),
    ...badPackage(context),
    ...blocks.flatMap((block) => [
      ...sameClass(block, blocks, context),
      ...ownersDiffer(block, context),
      ...longResponse(block),
      ...numbers(block, context),
    ]),
  ];
}

function oldVersion({ target }: Context): readonly Diagnostic[] {
  return atLeast(target.version, "2.0.0") ? [] : [problems.versionTooOld({ version: target.version.text }).at(undefined)];
}

function badPackage({ target }: Context): readonly Diagnostic[] {
  const { options } = target;
  const fields = ["group", "package"] as const;
  return fields.flatMap((field) => {
    const name = options[field] ?? "";
    // Maven's groups may have hyphens; the packages below them are spelled with underscores.
    if (name === "" || (field === "group" && options.package !== undefined)) return [];
    const parts = (field === "group" ? java.packageName(name) : name).split(".");
    return parts.flatMap((part) => {
      const refused = java.identRefusal(part);
      if (refused === undefined) return [];
      const problem = refused === "reserved" ? "a reserved word" : "no name";
      return [problems.badPackage({ package: name, part, problem }).at(spanOf(options, field))];
    });
  });
}

function sameClass(block: FaultTolerance, blocks: readonly FaultTolerance[], { target }: Context): readonly Diagnostic[] {
  const made = ({ name }: FaultTolerance): string => {
    const { packageName, policy } = namesOf(name, target.options);
    return `${packageName}.${policy}`;
  };
  const mine = made(block);
  // Files whose names differ only in case are one file on some systems.
  const first = blocks.find((one) => made(one).toLowerCase() === mine.toLowerCase());
  if (!first || first === block) return [];
  const related = [{ message: "the other component", span: spanOf(first) }];
  return [problems.sameClass({ one: first.name, other: block.name, class: mine }).at(spanOf(block), { related })];
}

/** One class serves all callers: they must leave the same to it, with the same deadlines. */
function ownersDiffer(block: FaultTolerance, context: Context): readonly Diagnostic[] {
  const edges = context.edges.filter((one) => one.callee === block.name);
  const [first, ...others] = edges.map((edge) => ({ edge, share: shareOf(edge, context) }));
  const other = others.find((one) => one.share !== first?.share);
  if (!first || !other) return [];
  const say = ({ edge, share }: typeof first): string => `${edge.caller ?? "anyone"} leaves ${share}`;
  const params = { component: block.name, first: say(first), other: say(other) };
  return [problems.ownersDiffer(params).at(spanOf(block))];
}

function shareOf(edge: Edge, { owns, deadlines }: Context): string {
  const mine = concerns.filter((concern) => owns(edge, concern));
  const { total, perAttempt } = deadlines(edge);
  const limits = Object.entries({ total, perAttempt }).flatMap(([name, limit]) => (limit ? [`${name} ${limit.value / 1000} ms`] : []));
  return [...mine, ...limits].join(", ") || "nothing";
}

function longResponse({ fallback }: FaultTolerance): readonly Diagnostic[] {
  if (fallback?.defaultResponse === undefined) return [];
  if (java.refusal(textOf(fallback.defaultResponse)) === undefined) return [];
  return [problems.tooLong().at(spanOf(fallback, "defaultResponse"))];
}

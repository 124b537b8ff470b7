import { java } from "@dpm/print";
import { atLeast, spanOf, type Diagnostic, type FaultTolerance, type Phrase, type ValidateContext } from "@dpm/core";
import { phrases, problems } from "./diagnostics.ts";
import { callersOf, shareOf } from "./lower/callers.ts";
import { instanceOf, namesOf } from "./lower/names.ts";
import { numbers } from "./numbers.ts";
import type { Options } from "./options.ts";

type Context = ValidateContext<Options>;

/** What cannot be generated at all. */
export function refusals(context: Context): readonly Diagnostic[] {
  const blocks = context.blocks("fault_tolerance");
  return [
    ...oldVersion(context),
    ...badPackage(context),
    ...sameClass(blocks, context),
    ...blocks.flatMap((block) => [...ownersDiffer(block, context), ...numbers(block, context)]),
  ];
}

function oldVersion({ target }: Context): readonly Diagnostic[] {
  return atLeast(target.version, "2.0.0")
    ? []
    : [problems.versionTooOld({ version: target.version.text }).at(undefined)];
}

function badPackage({ target }: Context): readonly Diagnostic[] {
  const { options } = target;
  const fields = ["group", "package"] as const;
  return fields.flatMap((field) => {
    const name = options[field] ?? "";
    // Maven's groups may have hyphens; the packages below them are spelled with underscores.
    if (name === "" || (field === "group" && options.package !== undefined)) return [];
    const parts = (field === "group" ? java.packageName(name) : name).split(".");
    return parts.flatMap((part, index) => {
      const problem = index === 0 && part === "java" ? phrases.javasOwn() : badPart(part);
      return problem === undefined
        ? []
        : [problems.badPackage({ package: name, part, problem }).at(spanOf(options, field))];
    });
  });
}

function badPart(part: string): Phrase | undefined {
  const refused = java.identRefusal(part);
  if (refused === undefined) return undefined;
  return refused === "reserved" ? phrases.reserved() : phrases.noName();
}

/**
 * Files whose names differ only in case are one file on some systems; and the beans of classes of one name have one name,
 * whatever their packages.
 */
function sameClass(blocks: readonly FaultTolerance[], context: Context): readonly Diagnostic[] {
  const classes = blocks.flatMap((block) =>
    callersOf(block.name, context).map(({ caller }) => {
      const { packageName, policy } = namesOf(block.name, context.target.options, caller);
      return { block, policy: instanceOf(block.name, caller), simple: policy, name: `${packageName}.${policy}` };
    }),
  );
  const groups = Map.groupBy(classes, ({ simple }) => simple.toLowerCase());
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map((other) => {
      const related = first && [{ message: phrases.theOther(), span: spanOf(first.block) }];
      const params = { one: first?.policy ?? "", other: other.policy, class: other.name };
      return problems.sameClass(params).at(spanOf(other.block), related && { related });
    }),
  );
}

/** The component's own class serves all who are no services: they must leave the same to it, with the same deadlines. */
function ownersDiffer(block: FaultTolerance, context: Context): readonly Diagnostic[] {
  return callersOf(block.name, context).flatMap(({ edges }) => {
    const [first, ...others] = edges.map((edge) => ({ edge, share: shareOf(edge, context) }));
    const other = others.find((one) => one.share !== first?.share);
    if (!first || !other) return [];
    const say = ({ edge, share }: typeof first): Phrase => phrases.leaves({ caller: edge.caller ?? "anyone", share });
    const params = { component: block.name, first: say(first), other: say(other) };
    return [problems.ownersDiffer(params).at(spanOf(block))];
  });
}

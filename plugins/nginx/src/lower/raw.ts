import { nginx, map, traced } from "@dpm/print";
import { rawOf, type Json, type LoadBalancer, type Raw } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { RawDirective } from "../model.ts";
import type { Context } from "./context.ts";

/** Directives that the user writes for a place of the configuration, after dpm's own. */
export interface RawDirectives {
  readonly server: readonly RawDirective[];
  readonly location: readonly RawDirective[];
  readonly upstream: readonly RawDirective[];
}

/** `raw nginx { location: { proxy_buffering: "off" } }`: what stands elsewhere in it is nobody's, and core tells so. */
export function rawDirectives(block: LoadBalancer, { on, target }: Context): RawDirectives {
  const raw = rawOf(block, target.name);
  const at = (place: keyof RawDirectives): readonly RawDirective[] =>
    (raw?.parts?.find((one) => one.path[0] === place)?.parts ?? []).flatMap((one) => directivesOf(one, on));
  return { server: at("server"), location: at("location"), upstream: at("upstream") };
}

/** One line, or for a list of lists one for each. */
function directivesOf(entry: Raw, on: Context["on"]): readonly RawDirective[] {
  const name = entry.path.at(-1) ?? "";
  const lines = entry.parts ?? [entry];
  const isSayable = nginx.directiveRefusal(name) === undefined && !(entry.parts && !Array.isArray(entry.value.value));
  if (!isSayable || lines.some((line) => argumentsOf(line.value.value) === undefined)) {
    on.rawImpossible(entry, problems.rawForm({ name }));
    return [];
  }
  return on.raw(entry) && lines.map(({ value }) => directive(name, value));
}

function directive(name: string, value: Raw["value"]): RawDirective {
  const args = argumentsOf(value.value) ?? [];
  return { name: traced(name, value.origins), args: args.map((arg) => map(value, () => arg)) };
}

/** The arguments of one line, in nginx's words: `true` is `on`. Nothing where it is no such line. */
function argumentsOf(value: Json): readonly string[] | undefined {
  const all = (Array.isArray(value) ? (value as readonly Json[]) : [value]).map(argument);
  const said = all.filter((one) => one !== undefined);
  return said.length === all.length && said.every((one) => nginx.refusal(one) === undefined) ? said : undefined;
}

function argument(value: Json): string | undefined {
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

import { map, type Traced } from "@dpm/print";
import { take, written as isWritten, type FaultTolerance, type Json, type Ledger, type Reason } from "@dpm/core";
import { phrases, problems } from "../../diagnostics.ts";
import type { Fallback } from "../../model.ts";
import { owned, type Context, type Guarded } from "../guarded.ts";

type Written = NonNullable<FaultTolerance["fallback"]>;

/** What the class answers itself: Resilience4j has no fallback outside of Spring's annotations. */
export function fallback(guarded: Guarded, calleeDown: Reason | undefined, context: Context): Fallback | undefined {
  const written = owned("fallback", guarded, context);
  if (!written) return undefined;
  const { on } = context;
  useless(written, on);
  const down = isWritten(written, "strategy") ? undefined : calleeDown;
  const defaultResponse = usesDefault(written) ? standard(written, down, on) : undefined;
  if (written.strategy === "fail" || (written.strategy === "default_response" && !defaultResponse)) {
    on.byDefault(written, "strategy");
    return undefined;
  }
  const strategy = calleeDown ? on.approximated(written, "strategy", calleeDown) : on.exact(written, "strategy");
  return {
    strategy,
    ...(written.strategy === "use_cache" && {
      cache: { ttl: on.exact(written, "cacheTtl"), entries: take(context.target.options, "cacheEntries") },
    }),
    ...(defaultResponse && { defaultResponse }),
    ...(written.strategy === "return_empty" && { empty: empty(written, on) }),
  };
}

function usesDefault({ strategy, defaultResponse }: Written): boolean {
  return defaultResponse !== undefined && (strategy === "use_cache" || strategy === "default_response");
}

function standard(written: Written, calleeDown: Reason | undefined, on: Ledger): Traced<string> | undefined {
  const response = calleeDown
    ? on.approximated(written, "defaultResponse", calleeDown)
    : on.exact(written, "defaultResponse");
  return response && map(response as Traced<Json>, (json) => JSON.stringify(json));
}

function empty(written: Written, on: Ledger): Traced<"null" | "supplied"> {
  if (written.empty === "null") return map(on.exact(written, "empty"), () => "null");
  return map(on.approximated(written, "empty", problems.emptyIsTheCallers()), () => "supplied");
}

function useless(written: Written, on: Ledger): void {
  const because = (field: string): Reason =>
    problems.noEffect({ field, why: phrases.fieldIs({ field: "strategy", value: written.strategy }) });
  if (written.strategy !== "use_cache") on.byDefault(written, "cacheTtl", because("cache_ttl"));
  if (written.strategy !== "return_empty") on.byDefault(written, "empty", because("empty"));
  if (!usesDefault(written)) on.byDefault(written, "defaultResponse", because("default_response"));
}

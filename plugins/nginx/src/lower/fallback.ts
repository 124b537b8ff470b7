import { combine, map, type Traced } from "@dpm/print";
import { decided, take, type FaultTolerance, type Json } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { CachePath, Condition, Fallback, StaleCache } from "../model.ts";
import { printSeconds, wholeSeconds } from "../units.ts";
import type { Context } from "./context.ts";
import type { Route } from "./routes.ts";

/** What is answered in place of a failed call. */
export interface Answers {
  readonly cache?: CachePath;
  readonly stale?: StaleCache;
  readonly fallback?: Fallback;
}

/** `error_page` with a fixed body, and `proxy_cache_use_stale`; only where nginx owns the fallback. */
export function answers(route: Route, name: string, { on, owns }: Context): Answers {
  const written = route.protection?.fallback;
  if (!written || !route.edge || !route.protection) return {};
  const owner = route.edge.owners.fallback;
  if (!owns(route.edge, "fallback")) {
    if (owner) on.elsewhere(route.protection, "fallback", owner);
    return {};
  }
  const statuses = failureStatuses(route.protection);
  const strategy = strategyOf(written, on);
  if (written.strategy === "use_cache") {
    const ttl = on.approximated(written, "cacheTtl", problems.staleAge({ ttl: printSeconds(written.cacheTtl) }));
    return {
      cache: {
        zone: `${name}_cache`,
        inactive: map(
          combine([ttl, strategy], (time) => time),
          wholeSeconds,
        ),
      },
      stale: {
        zone: `${name}_cache`,
        on: combine([strategy, statuses], (_, all): readonly Condition[] => [
          "error",
          "timeout",
          ...all.map(conditionOf),
        ]),
      },
      ...fixed(written, strategy, statuses, name, on),
    };
  }
  on.byDefault(written, "cacheTtl");
  return fixed(written, strategy, statuses, name, on);
}

type Written = NonNullable<FaultTolerance["fallback"]>;

function strategyOf(written: Written, on: Context["on"]): Traced<string> {
  if (written.strategy === "use_cache") return on.approximated(written, "strategy", problems.staleCache());
  return written.strategy === "fail" ? on.byDefault(written, "strategy") : on.exact(written, "strategy");
}

/** Status 502 and 504 are what nginx itself answers when no server could be reached or none answered in time. */
function failureStatuses(protection: FaultTolerance): Traced<readonly number[]> {
  const statuses = (outcomes: readonly string[]): readonly number[] => {
    const seen = outcomes.filter((one) => /^5\d\d$/.test(one)).map(Number);
    return [...new Set([502, 504, ...seen])].toSorted((one, other) => one - other);
  };
  if (protection.retry) return map(take(protection.retry, "on"), statuses);
  return decided("the statuses that count as failures where none are written", statuses(["502", "503", "504"]));
}

function conditionOf(status: number): Condition {
  return `http_${status}` as Condition;
}

function fixed(
  written: Written,
  strategy: Traced<string>,
  statuses: Traced<readonly number[]>,
  name: string,
  on: Context["on"],
): Pick<Answers, "fallback"> {
  const answer = answerOf(written, strategy, on);
  return answer ? { fallback: { name: `@${name}_fallback`, statuses, answer } } : {};
}

function answerOf(written: Written, strategy: Traced<string>, on: Context["on"]): Fallback["answer"] | undefined {
  if (written.strategy === "return_empty") {
    on.byDefault(written, "defaultResponse");
    const empty =
      written.empty === "null" ? on.approximated(written, "empty", problems.noNull()) : on.exact(written, "empty");
    return combine([strategy, empty], () => emptyAnswers[written.empty]);
  }
  on.byDefault(written, "empty");
  if (written.strategy === "fail" || written.defaultResponse === undefined) {
    on.byDefault(written, "defaultResponse");
    return undefined;
  }
  const response = on.exact(written, "defaultResponse");
  return combine([strategy, response ?? strategy], (_, body) => ({ status: 200, body: JSON.stringify(body as Json) }));
}

const emptyAnswers = {
  null: { status: 200, body: "null" },
  list: { status: 200, body: "[]" },
  object: { status: 200, body: "{}" },
  status: { status: 204 },
} as const;

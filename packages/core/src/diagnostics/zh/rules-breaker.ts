import type { breakerProblems } from "../catalogue/rules-breaker.ts";
import type { Translation } from "../translation.ts";

export const breaker: Translation<typeof breakerProblems> = {
  "reset-outlasts-outage": {
    message: "{outage} 的故障让调用方在外面等待 {reset}，是故障的 {times} 倍：在此之前没有探测",
    help: '把 `reset_timeout` 降到 "{fits}"',
  },
};

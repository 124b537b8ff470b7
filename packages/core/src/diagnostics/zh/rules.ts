import type { rulePhrases, ruleProblems } from "../catalogue/rules.ts";
import type { PhraseTranslation, Translation } from "../translation.ts";

export const rules: Translation<typeof ruleProblems> = {
  "breaker-blind": {
    message:
      "熔断器在 {window} 内需要 {minimum} 次调用，却只能看到 {load} 中的 {expected} 次：无论失败多少，它都无法断开",
    help: {
      window: '把 `sliding_window` 放宽到 "{wide}"，或者把 `minimum_request_count` 降到 {fits}',
      only: '把 `sliding_window` 放宽到 "{wide}"',
    },
  },
  "dead-attempt": {
    message: "如果前面的尝试都超时，第 {attempt} 次尝试永远不会开始：连同间隔它们共用 {startsAt}，而总超时是 {total}",
  },
  "dead-pause": { message: "第 {attempt} 次尝试永远不会开始：仅它之前的间隔就要 {pauses}，而总超时是 {total}" },
  "late-attempt": {
    message:
      "如果前面的尝试都超时，第 {attempt} 次尝试可能不会开始：加上最长的间隔它们共用 {startsAt}，而总超时是 {total}",
  },
  "per-attempt-above-total": {
    message: "一次尝试可以用 {limit}，整个调用却只有 {deadline}",
    help: '把 `per_attempt` 降到 "{total}" 或更低，或者把 `total` 提高到 "{perAttempt}"',
  },
  "hang-eats-attempts": {
    message: "第一次尝试如果挂起，就会耗尽 {total} 的总超时，其余 {others} 次尝试永远不会执行",
    help: '加上 `per_attempt: "{fits}"`：这样 {attempts} 次尝试都放得下',
  },
  "budget-exceeded": { message: "一次调用可能需要 {worst}，而 `max_response_time` 是 {limit}" },
  "budget-unbounded": {
    message: "挂起的调用永远不会结束，而 `max_response_time` 是 {limit}",
    help: '在 `fault_tolerance {name}` 中加上 `timeout: "{total}"`',
  },
  "threshold-above-minimum": {
    message: "{minimum} 次调用中失败 {failures} 次，比率超过 100 %：熔断器永远无法断开",
    help: "把 `failure_threshold` 降到 {minimum} 或更低，或者把 `minimum_request_count` 提高到 {failures}",
  },
  "threshold-twice": {
    message: "阈值只能是 `count`、`ratio`、`failures` 和 `consecutive` 之一；这里写了 {given}",
    help: "只保留其中一个",
  },
  "threshold-missing": {
    message: "`failure_threshold` 没有写明阈值",
    help: '写 `failure_threshold: 5`、`"50%"`、`{ failures: 5 }` 或 `{ consecutive: 5 }`',
  },
  "minimum-exceeds-window": {
    message: "窗口只容纳 {size} 次调用，而熔断器断开之前需要 {minimum} 次",
    help: "把 `sliding_window` 提高到 {minimum} 或更高，或者把 {lower} 降到 {size}",
  },
  "hang-never-opens": {
    message:
      "单个调用方的调用如果挂起，在 {window} 的窗口内只能完成 {completed} 次，而熔断器需要 {minimum} 次：至少有 {callers} 个调用方时它才会断开",
  },
  "bulkhead-starves-breaker": {
    message:
      "挂起的调用永远不会使熔断器断开：它在 {window} 内需要 {minimum} 次，而同时运行的 {places} 个调用只能完成 {all} 次",
    help: "把 `max_concurrent_calls` 提高到 {needed} 或更高，或者把 `minimum_request_count` 降到 {all}",
  },
  "count-trips-early": {
    message:
      "每秒 {rate} 次调用、允许 {share} 的错误，在 {window} 内就是 {expected} 次失败：{failures} 次失败会让熔断器在目标之内就断开",
    help: '把 `failures` 提高到 {enough} 或更高，或者写比率，例如 `failure_threshold: "50%"`',
  },
  "window-below-timeout": {
    message: "{window} 的窗口短于两次 {limit} 的尝试：挂起的调用还没有一起计入就已离开窗口",
    help: '把 `sliding_window` 放宽到 "{wide}" 或更长',
  },
  "wait-exceeds-total": {
    message: "一次调用可能排队等待 {wait}，而它的截止时间是 {total}：可能还没有开始就被取消",
    help: "把 `max_wait_duration` 降到 {total} 以下",
  },
  "connect-not-shorter": {
    message: "建立连接可以用 {connect}，而 `{name}` 是 {limit}：没有时间留给调用",
    help: "把 `connect` 降到 {limit} 以下",
  },
  "not-replayed": {
    message: "`{target}` 看不到请求方法，因此可能已被处理的调用不会重试：{outcomes}",
    help: "如果所有操作都可以重复，设置 `idempotent: true`；否则交给了解情况的调用方",
  },
  "max-delay-unreachable": {
    message: "间隔 {pauses} 中最长的也达不到 `max_delay` {maxDelay}",
    help: "删除 `max_delay`",
  },
  "lock-step": {
    message: "`{backoff}` 的间隔对所有调用方都相同，它们会同时再次到来",
    help: "使用 `exponential_jitter`",
  },
  "fallback-reports-success": {
    message: "降级应答是 `{status}`，调用方和监控无法把它与真正的成功区分开",
    help: '在应答中说明这是降级，例如 `status: "degraded"`',
  },
  "fallback-without-answer": {
    message: "策略 `{strategy}` 需要 `default_response`",
    help: "加上 `default_response: { ... }`，或者选择 `return_empty`",
  },
  "check-overlaps": {
    message: "一次健康检查可以用 {timeout}，却每 {interval} 重复一次",
    help: "把 `timeout` 降到 {interval} 以下",
  },
  "duplicate-server": {
    message: "服务器 `{server}` 列出了两次",
    help: "删除一个，并把两者的 `weight` 之和 {weight} 给另一个",
  },
  "only-backups": {
    message: "所有服务器都是备用的，一切正常时就没有服务器提供服务",
    help: "从要提供服务的服务器上删除 `backup: true`",
  },
  "weight-without-effect": {
    message: "权重 {weight} 没有作用：所有服务器的权重都相同",
    help: "删除 `weight`，或者给服务器不同的权重",
  },
  "hash-header-missing": {
    message: "服务器按请求头选择，但 `hash_header` 没有写明是哪个",
    help: '加上 `hash_header: "X-User"`，或者选择另一个 `hash_key`',
  },
  "limit-below-demand": {
    message: "`min_throughput` 要求每秒 {demand} 次，而 `rate_limiting` 每秒只放行 {limit} 次",
    help: "把 `requests_per_second` 提高到 {needed} 或更高，或者把 `min_throughput` 降到 {limit}",
  },
  "limit-below-benchmark": {
    message:
      "`min_throughput` 要求每秒 {demand} 次，但一个客户端地址每秒只放行 {limit} 次：一台机器上的基准测试无法证明它",
    help: "把 `requests_per_second` 提高到 {demand}，或者从 {clients} 个地址测量",
  },
  "limit-per-instance": {
    message: "{instances} 个实例各放行 {each}，合起来最多 {all}",
    help: '如果这个限制是对所有实例的总和，写 `per: "cluster"`',
  },
  "unknown-pattern": {
    message: "`{pattern}` 不是块类型，因此不会为它生成任何内容",
    help: "使用 dpm 或插件所知道的类型",
  },
  "pattern-not-defined": {
    message: "`{name}` 没有 `{pattern}` 块",
    help: "声明 `{pattern} {name} { ... }`，或者删除这个模式",
  },
  "secret-literal": {
    message: "`{name}` 的值是机密，却写在了模型里",
    help: '改写成 `secret("store/key")` 或 `env("NAME")`，并在服务运行的地方设置它',
  },
  "password-in-url": {
    message: "`{name}` 中的 URL 含有密码，而且写在了模型里",
    help: "从 URL 中删除密码，在服务运行的地方传入",
  },
};

export const ruleWords: PhraseTranslation<typeof rulePhrases> = {
  "remove-or-raise": "删除 `max_delay`，或者把 `max_attempts` 提高到 {enough}",
  "write-group": "写 `{group}`：这样 {attempts} 次尝试都放得下",
  "limit-each": "把每次尝试限制在 {fits} ms",
  "raise-above-pauses": "仅间隔就可能用去 {pauses}，把 `total` 提高到它以上，然后加上 `per_attempt`",
  "raise-concurrent": "把 `max_concurrent_calls` 提高到 {needed} 或更高",
  "lower-or-widen": '如果单个调用方就应使它断开，把 `{name}` 降到 "{limit}"，或者把 `sliding_window` 放宽到 "{wide}"',
  "widen-for-one": '如果单个调用方就应使它断开，把 `sliding_window` 放宽到 "{wide}"',
  "add-total": "加上 `total: {time}`",
  "lower-total": "把 `total` 降到 {time}",
  "raise-response-time": '把 `max_response_time` 提高到 "{worst}"',
  "raise-total-above": "把 `total` 提高到 {time} 以上",
  "lower-per-attempt": '把 `per_attempt` 降到 "{fits}" 或更低',
  "lower-attempts": "把 `max_attempts` 降到 {attempts}",
  "declare-or-remove": "声明 `{block} { ... }`，或者删除这个模式",
  "declare-or-say": "声明 `{block} { ... }`，或者写明属于谁：{choices}",
  "declare-or-say-more": "声明 `{block} { ... }`，或者写明属于谁：{choices}，另有 {more} 个",
  "one-fits": "放得下 1 次尝试",
  fit: "放得下 {attempts} 次尝试",
};

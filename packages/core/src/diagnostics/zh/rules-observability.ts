import type { observabilityProblems } from "../catalogue/rules-observability.ts";
import type { Translation } from "../translation.ts";

export const observability: Translation<typeof observabilityProblems> = {
  "cache-outlives-instance": {
    message:
      "无法询问注册中心的客户端会在 {ttl} 内相信它所知道的，而注册中心在 {removed} 后就忘记失效的实例：调用可能在 {worst} 内仍发往它",
    help: '把 `cache_ttl` 降到 "{shorter}"',
  },
  "refresh-after-expiry": {
    message: "客户端每 {refresh} 询问一次注册中心，而它所知道的在 {ttl} 后过期：其间它什么也不知道",
    help: '把 `cache_ttl` 提高到 "{longer}"，或者把 `refresh_interval` 降到 {ttl} 以下',
  },
  "several-checks": {
    message: "{checks} 是 {count} 项检查，只有全部通过时实例才算正常",
    help: "如果只想要一项检查，就只保留 `{first}`",
  },
  "alert-above-objective": {
    message: "{permitted} 与 {threshold} 之间的错误不会引发告警，而 `{kind}` 的 `{field}` 只允许 {permitted}",
    help: "写 `{condition}`",
  },
  "open-alert-restarts": {
    message: "打开的熔断器每 {reset} 放行一次探测，之后 {duration} 的 `duration` 会重新计时：告警可能永远不会发出",
    help: "把 `duration` 降到 {reset} 以下",
  },
  "dependencies-below-objective": {
    message: "`min_availability` 是 {target}，但该组件所需要的（{names}）合起来只有 {reachable} 可用",
    help: "把 `min_availability` 降到 {floor} 或更低，或者给这些调用加上 `fallback`",
  },
  "objectives-differ": {
    message: "`{field}` 允许 {permitted} 的错误，而 `{other}` 只允许 {strict}",
    help: "写 `{field}: {value}`",
  },
  "absence-alert-late": {
    message:
      "最后一个实例失效后 {all} 才发出告警：{detected} 后检查才失败，{removed} 后注册中心才忘记该实例，然后是 `duration` {duration}",
    help: "如果需要有人在 {detected} 后就知道，就写 `health_check_failures > 0`",
  },
};

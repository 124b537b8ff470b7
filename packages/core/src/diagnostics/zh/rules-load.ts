import type { loadProblems } from "../catalogue/rules-load.ts";
import type { Translation } from "../translation.ts";

export const load: Translation<typeof loadProblems> = {
  "attempts-multiply": {
    message: "一个请求可能变成对 `{name}` 的 {all} 次调用，因为途中有多条边重试：{factors}",
    help: "除其中一条边外，都把 `max_attempts` 降到 1，或者用 `budget` 写明是什么限制了重试",
  },
  "retry-storm": {
    message:
      "{load} 占容量的 {share}：一旦调用失败，{attempts} 次尝试会使它变成 {all}，超过能够服务的 {capacity}，过载会自行维持下去",
    help: "把 `max_attempts` 降到 {fits}，或者加上 `circuit_breaker`",
  },
  "autoscaler-above-stable": {
    message: "处理器时间超过 {used} 才增加 Pod，但有 {attempts} 次尝试时，超过 {stable} 的过载就可能自行维持下去",
    help: {
      either: "把 `target_cpu_utilization_percentage` 降到 {lower}，或者加上 `circuit_breaker`",
      shelter: "加上 `circuit_breaker`",
    },
  },
  "bulkhead-below-demand": {
    message:
      "每个进程 {demand}，每次 {latency}，就是同时 {under} 次调用，而 `max_concurrent_calls` 是 {places}：一切正常时也有调用等待或被拒绝",
    help: "把 `max_concurrent_calls` 提高到 {needed} 或更多",
  },
  "hang-fills-bulkhead": {
    message:
      "挂起的调用占用 {places} 个位置达 {held}，因此每个进程的 {demand} 中只有 {served} 能得到位置：{refused} 被拒绝，其中也有本可成功的",
    help: "把 `max_concurrent_calls` 提高到 {needed} 或更多，或者加上 `circuit_breaker`",
  },
  "wait-eats-deadline": {
    message: "调用可能用总共 {total} 中的 {wait} 来排队：留给所有尝试的只有 {left}",
    help: "把 `max_wait_duration` 降到 {half} 以下",
  },
  "cold-cache": {
    message: "缓存为空时，{load} 都会到达它背后的系统，而后者只能应答 {capacity}：缓存可能再也填不满",
    help: "如果对同一个键的询问会合并为一次，就设置 `coalesce: true`",
  },
  "survivors-overloaded": {
    message: "权重最大的服务器失效时，其余的只能服务 {rest}，而 `{name}` 的 `load` 是 {load}",
    help: "增加服务器，直到 `capacity` 超过 {needed}",
  },
  "pods-below-quorum": {
    message: "Pod 的数量可能低至 {least}，而 {nodes} 个节点中要有 {majority} 个才能决定：那时什么也写不进去",
    help: {
      scaler: "把 `min_replicas` 提高到 {majority} 或更多",
      replicas: "把 `replicas` 提高到 {majority} 或更多",
    },
  },
};

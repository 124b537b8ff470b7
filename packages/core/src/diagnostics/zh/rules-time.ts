import type { timePhrases, timeProblems } from "../catalogue/rules-time.ts";
import type { PhraseTranslation, Translation } from "../translation.ts";

export const time: Translation<typeof timeProblems> = {
  "callee-outlasts-caller": {
    message: "对 `{callee}` 的调用可能需要 {worst}，但 `{caller}` 在 {limit} 后就放弃：之后的工作没有人等待",
    help: {
      total: '把 `total` 降到 "{fits}"，或者把 `{caller}` 的 `{name}` 提高到 "{enough}"',
      perAttempt: '把 `per_attempt` 降到 "{fits}"，或者把 `{caller}` 的 `{name}` 提高到 "{enough}"',
      caller: '把 `{caller}` 的 `{name}` 提高到 "{enough}"',
    },
  },
  "restart-before-deadline": {
    message: "不应答的 Pod 在 {patience} 后重启，但它的调用可能需要 {worst}：只是在等待的 Pod 会被杀掉",
    help: {
      total: '把 `failure_threshold` 提高到 {enough}，或者把 `total` 降到 "{fits}"',
      perAttempt: '把 `failure_threshold` 提高到 {enough}，或者把 `per_attempt` 降到 "{fits}"',
      probe: "把 `failure_threshold` 提高到 {enough}",
    },
  },
  "liveness-is-readiness": {
    message: "两个探针都询问 `{path}`：只需暂时不接收调用的 Pod 会被重启",
    help: "让存活探针使用一个不询问其他东西的路径",
  },
  "grace-below-deadline": {
    message: "被停止的 Pod 有 {grace} 来收尾，但它的调用可能需要 {worst}：这些调用会被切断",
    help: {
      raise: '把 `termination_grace_period` 提高到 "{enough}"',
      add: '加上 `termination_grace_period: "{enough}"`',
    },
  },
  "saga-below-steps": {
    message: "各步骤连同重试和停顿可能需要 {needed}，而事务在 {timeout} 后就被放弃",
    help: {
      attempts: '把 `timeout` 提高到 "{enough}"，或者把 `max_attempts` 降到 {fits}',
      only: '把 `timeout` 提高到 "{enough}"',
    },
  },
  "lock-lost-in-pause": {
    message: "持有者可能停顿 {pause}，但只有 {sure} 内锁肯定还在：之后会有两个持有者同时工作",
    help: '如果被锁保护的一方会拒绝旧的持有者，设置 `fencing: true`；或者把 `ttl` 提高到 "{enough}"',
  },
  "lock-ends-before-work": {
    message: "工作可能需要 {hold}，但一个持有者只能持有锁 {held}：工作还没结束，下一个持有者就开始了",
    help: {
      ttl: '把 `ttl` 提高到 "{enough}"，或者加上 `auto_renewal: { enabled: true }`',
      limit: '把 `deadlock_detection.timeout` 提高到 "{enough}"',
    },
  },
  "lock-gives-up": {
    message: "等待锁的一方在 {patience} 后放弃，而持有者可能工作 {hold}",
    help: {
      more: "把 `max_attempts` 提高到 {enough}",
      longer: '设置 `backoff: "fixed"`，并把 `initial_delay` 和 `max_delay` 设为 "{delay}"',
    },
  },
  "hold-limit-dead": {
    message: "{timeout} 的最长持有时间什么也没有限制：不续期的锁在 {ttl} 后就结束",
    help: '把 `timeout` 降到 "{fits}" 或更低，或者加上 `auto_renewal: { enabled: true }`',
  },
  "renewal-after-expiry": {
    message: "锁每 {interval} 续期一次，但 {ttl} 后就已释放：没有一次续期来得及",
    help: '把 `interval` 降到 "{half}"',
  },
  "renewal-too-late": {
    message: "锁的寿命是 {ttl}，每 {interval} 续期一次：一次续期失败就会失去锁",
    help: '把 `interval` 降到 "{half}"，或者把 `ttl` 提高到 "{enough}"',
  },
  "poll-too-long": {
    message: "{records} 条消息每条 {handling}，共需 {worst}，但 {interval} 后消费者就被当作失效，消息会被重新处理",
    help: {
      fewer: '把 `max_poll_records` 降到 {fits}，或者把 `max_poll_interval` 提高到 "{enough}"',
      only: '把 `max_poll_interval` 提高到 "{enough}"',
    },
  },
  "timeout-far-above-latency": {
    message: "挂起的尝试持续 {limit}，是 p99（{p99}）的 {times} 倍：同样多的位置只能服务 1/{times} 的调用",
    help: {
      perAttempt: '把 `per_attempt` 降到 "{fits}"',
      total: '写成 `timeout: { total: "{total}", per_attempt: "{fits}" }`',
    },
  },
  "timeout-below-latency": {
    message: "尝试在 {limit} 后被切断，但 100 个正常调用中有一个超过 {p99}",
    help: '把 `{name}` 提高到 "{enough}" 或更高',
  },
};

export const timeWords: PhraseTranslation<typeof timePhrases> = {
  "callers-limit": "调用方的期限",
  "readiness-path": "就绪探针询问的路径",
  "usual-latency": "延迟",
};

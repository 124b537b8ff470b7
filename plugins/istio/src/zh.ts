/** What the plugin says, in Chinese. Loaded only by who speaks it. */
import { quotations, translations, type PhraseTranslation, type Translation, type Translations } from "@dpm/core";
import type { phrases, problems } from "./diagnostics.ts";

const entries: Translation<typeof problems> = {
  "affinity-moves": { message: "由 cookie 的哈希选择服务器：服务器增减时，部分客户端会换服务器" },
  "strategy-overridden": { message: "会话保持使用 cookie 的哈希，代替 {strategy}" },
  "two-drawn": { message: "LEAST_REQUEST 比较随机抽取的两台服务器，而不是全部" },
  "no-least-time": { message: "不比较应答时间：改用 LEAST_REQUEST" },
  "nearest-address": { message: "使用的是发起调用的代理或网关的地址，而不是它前面的客户端的地址" },
  "hash-header-unused": { message: "只有 `hash_key: header` 会读取请求头" },
  "hash-key-unused": { message: "只有 consistent_hash 会读取键" },
  "rounded-up": { message: "{slot} 只接受整毫秒" },
  "no-backup": { message: "Istio 没有备用服务器" },
  "pods-are-servers": { message: "组件运行在 Kubernetes 上：其服务的 Pod 就是它的服务器" },
  "pods-listen": { message: "在哪个端口上被调用，由 Kubernetes 服务说明" },
  "pods-uncounted": { message: "Istio 不知道有多少台服务器：再尝试 {further} 台" },
  "one-count": { message: "重试和故障转移共用一个数：可以尝试的服务器与尝试次数一样多" },
  "in-a-row": { message: "Envoy 统计连续 {failures} 次失败，每个代理各自统计" },
  "no-window": { message: "无论相隔多久，失败都会计入" },
  "growing-time": { message: "服务器每被摘除过一次，摘除的时间就更长，最长 5 分钟" },
  "passive-check": { message: "没有主动健康检查：改为连续 3 次失败后将服务器摘除 {time}" },
  "no-active-check": { message: "没有主动健康检查：不会请求{what}" },
  "written-ejection-wins": { message: "以写出的 `ejection` 为准，而且 Istio 没有主动健康检查" },
  "no-rate-limit": { message: "Istio 没有限流；选项 `envoy_filter` 会把 Envoy 自己的限流放在每个实例前面" },
  "no-client-limit": { message: "Envoy 的本地限流不区分客户端" },
  "rate-rounded": { message: "Envoy 按整数个令牌和整毫秒补充：每 {time} 补充 {tokens} 个" },
  "burst-raised": { message: "Envoy 每 {time} 补充 {tokens} 个令牌，因此一次可放行同样多的请求" },
  "limit-per-proxy": { message: "每个代理各自计数" },
  "no-wait": { message: "Istio 不让请求排队等待：立即以 503 应答" },
  "no-breaker": { message: "Istio 摘除单台服务器，没有熔断器；这条调用边上也没有其他带熔断器的目标" },
  "no-fallback": { message: "Istio 没有降级，这条调用边上也没有其他带降级的目标" },
  "no-backoff": { message: "从 Istio 1.26 起才能设置重试间隔，而这里是 {version}" },
  "least-pause": { message: "Envoy 的间隔至少是 1 ms 以内的随机时间" },
  "own-growth": { message: "Envoy 随机抽取每个间隔：先在基数以内，再在基数的 3 倍和 7 倍以内" },
  "ten-times": { message: "Envoy 最长的间隔是基数的十倍" },
  "reset-covers-timeout": { message: "`reset` 同时包括连接中断和尝试超时：两者都会重试" },
  "retry-after-ignored": { message: "Envoy 按自己的间隔重试，不理会 Retry-After 的要求" },
  net: { message: "在 {owner} 维持的截止时间之外，以 {printed} 兜底" },
  "no-gateway": { message: "{name} 在网格前面转发请求，而没有已配置的目标生成它" },
  "service-assumed": {
    message: "Istio 期望有服务 `{host}`：`{name}` 既没有服务器，也没有 deploy_kubernetes",
    help: "在 `load_balancer {name}` 中加上 `servers: [...]`，或者确保 Kubernetes 中有该服务",
  },
  "gateway-host": {
    message: "只有 `{gateway}` 请求主机 `{host}` 时，它转发的请求在网格中才算属于这个服务",
    help: "让请求带着这个名称到来，或者让另一个目标负责 Istio 在这里负责的内容",
  },
  "bad-name": {
    message:
      "`{name}` 不能作为网格的主机 `{host}`：应以字母开头，后面是字母、数字和 `-`，每段最多 63 个字符，总共最多 253 个",
    help: "给组件改名，或者改正选项 `domain`",
  },
  "bad-host": {
    message: "`{host}` 不是 Istio 接受的主机：应为 IP 地址或名称，例如 `web1.internal`",
    help: "改正主机",
  },
  "same-host": { message: "组件 `{one}` 和 `{other}` 都会成为网格的主机 `{name}`", help: "给其中一个改名" },
};

const words: PhraseTranslation<typeof phrases> = {
  "the-other": "另一个组件",
  "a-path": "路径",
  "own-timeout": "自己的超时",
  or: "{one} 或 {other}",
};

/** What the options say of themselves. */
const expectations = {
  "at most 63 lower-case letters, digits and `-`": "最多 63 个小写字母、数字和 `-`",
  "a domain such as `svc.cluster.local`": "域名，例如 `svc.cluster.local`",
};

export const zh: Translations = { ...translations("istio", [entries], [words]), ...quotations(expectations) };

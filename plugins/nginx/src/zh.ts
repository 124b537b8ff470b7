/** What the plugin says, in Chinese. Loaded only by who speaks it. */
import { quotations, translations, type PhraseTranslation, type Translation, type Translations } from "@dpm/core";
import type { phrases, problems } from "./diagnostics.ts";

const entries: Translation<typeof problems> = {
  "no-least-time": { message: "least_time 需要 nginx 1.31.0，而这里是 {version}：改用 least_conn" },
  "strategy-overridden": { message: "{version} 没有 sticky cookie：改用 cookie 的哈希，代替 {strategy}" },
  "ip-hash-network": { message: "ip_hash 只看 IPv4 地址的前三段" },
  "hash-header-unused": { message: "只有 `hash_key: header` 会读取请求头" },
  "hash-key-unused": { message: "只有 consistent_hash 会读取键" },
  "raw-form": {
    message: "`{name}` 不是带参数的指令：应为文本、数、`true`、由它们组成的列表，或由这样的列表组成的列表",
  },
  "single-server": { message: "nginx 从不摘除一组中唯一的服务器" },
  "rounded-up": { message: "{slot} 只接受整秒：写 {printed}，代替 {wanted}" },
  "one-knob": { message: "fail_timeout 既是窗口又是摘除时长：用 {printed} 表示 {window} 和 {duration}" },
  "status-not-counted": {
    message: "nginx 只统计连接失败和超时，对状态码只在随后换下一台服务器时才统计：{what}",
  },
  "passive-check": { message: "开源版没有主动健康检查：改用 max_fails={fails} fail_timeout={time}；{but}" },
  "no-active-check": { message: "开源版没有主动健康检查：不会请求{what}" },
  "check-timeout": {
    message: "健康检查没有自己的超时：时长取决于 proxy_connect_timeout 和 proxy_read_timeout",
  },
  "written-ejection-wins": { message: "以写出的 `ejection` 为准，而且开源版没有主动健康检查" },
  "affinity-by-hash": {
    message: "{version} 没有 sticky cookie：用 hash $cookie_{cookie} consistent，由应用设置该 cookie",
  },
  "affinity-no-ttl": { message: "{version} 没有 sticky cookie：cookie 的有效期由设置它的应用决定" },
  "no-backup": { message: "nginx 在使用 {method} 时没有备用服务器" },
  "rate-rounded": { message: "nginx 只接受每秒或每分钟整数个请求：写 {printed}，代替 {wanted}" },
  "limit-per-instance": { message: "每个 nginx 各自计数：{what}只在一个实例内合并限流" },
  "connection-failover": {
    message: "nginx 无法区分连接失败与连接中断：在 {window} 之内，被重置的幂等请求会再次发送",
  },
  "no-failover-window": {
    message: "不接受连接的服务器不会被跳过：{limit} 的时限没有给第二台服务器留出时间",
  },
  "no-backoff": { message: "nginx 立即尝试下一台服务器" },
  "never-same-server": {
    message: "nginx 对每台服务器只尝试一次：最多 {servers} 次尝试，代替 {attempts} 次",
  },
  "error-covers-reset": { message: "`error` 同时包括连接失败和连接中断：两者都会重试" },
  "error-left-out": { message: "故障转移已关闭，因此不写 `error`：连接失败或中断之后不再尝试任何服务器" },
  "connect-timeout-stays": {
    message: "对 nginx 来说，未及时接受的连接与挂起一样都是超时：之后不再尝试其他服务器",
  },
  "retries-next-server": { message: "故障转移只在连接失败之后关闭：nginx 的重试会发往下一台服务器" },
  "shared-tries": { message: "nginx 把故障转移与重试的次数合在一起计算：一个请求最多经过 {tries} 台服务器" },
  "retry-after-ignored": { message: "nginx 立即重试，不理会 Retry-After 的要求" },
  "idle-not-total": {
    message: "nginx 没有整个调用的截止时间：{slot} {printed} 结束静默这么久的调用，总超时之后不再开始新的尝试",
  },
  "idle-not-attempt": { message: "proxy_read_timeout {printed} 结束静默这么久的尝试，而不是缓慢滴流的尝试" },
  "connect-limit": { message: "nginx 等待连接最多 75 s" },
  "stale-cache": {
    message:
      "proxy_cache_use_stale 用同一 GET 的最近一次正常应答来回答；应答的新鲜期为 1 s；带有 Authorization 或 Cookie 的请求既不缓存，也不这样回答",
  },
  "stale-age": { message: "只要每 {ttl} 至少被请求一次，nginx 就一直保留过期应答，没有最大存活时间" },
  "prefixes-invented": { message: "模型没有说明哪些请求属于谁：使用 {prefixes}，其他请求返回 404" },
  "default-port": {
    message: "服务器 `{host}` 没有端口：nginx 连接 80 端口",
    help: "写出端口，如果正是它就写 `{host}:80`",
  },
  "no-null": { message: "HTTP 应答总有正文：用 `null` 代替没有值" },
  "no-owner": { message: "nginx 没有 {concern}，这条调用边上也没有其他有此能力的目标" },
  "no-servers": {
    message: "网关 `{name}` 没有可以转发调用的服务器",
    help: "在 `load_balancer {name}` 中加上 `servers: [...]`",
  },
  "name-at-start": {
    message: "nginx {version} 只在启动时解析一次 `{host}`，解析失败就无法启动",
    help: "设置选项 `resolver`（需要 nginx 1.27.3 或更高版本），或者写地址",
  },
  "too-long": { message: "nginx 在这里最多接受 {limit} 字节，而文本有 {length} 字节", help: "缩短文本" },
  unprintable: { message: "无法向 nginx 传递含有{what}的文本", help: "删除该字符" },
  "resolver-too-old": {
    message: "选项 `resolver` 需要 nginx 1.27.3，而这里是 {version}",
    help: "删除 `resolver`，或者提高 `version`",
  },
  "bad-cookie": {
    message: "nginx {version} 只能对名称由字母、数字和 `_` 组成的 cookie 求哈希，`{cookie}` 不行",
    help: "给 cookie 改名，或者把 `version` 提高到 1.29.6",
  },
  "same-location": {
    message: "`{gateway}` 会把 `/{service}/` 同时转发给 `{one}` 和 `{other}`",
    help: "给两者之一改名，使它们的服务名称不同",
  },
  "version-too-old": { message: "dpm 为 nginx 1.9.13 及更高版本生成，而这里是 {version}", help: "提高 `version`" },
  "same-gateway": { message: "网关 `{one}` 和 `{other}` 会写到同一个文件 {path}", help: "给其中一个改名" },
};

const words: PhraseTranslation<typeof phrases> = {
  "the-other-gateway": "另一个网关",
  "a-path": "路径",
  "own-timeout": "自己的超时",
  or: "{one} 或 {other}",
  "here-none": "这里都不统计",
  "none-after-last": "最后一次尝试之后不统计",
  "none-after-post": "POST 之后不统计",
  "none-for": "对 `{callee}` 不统计",
  "all-requests": "所有请求",
  "prefix-for": "`{prefix}` 属于 `{callee}`",
  nul: "NUL 字符",
  "half-pair": "半个代理对",
};

/** What the options say of themselves. */
const expectations = {
  "an address": "地址",
};

export const zh: Translations = { ...translations("nginx", [entries], [words]), ...quotations(expectations) };

import type { kindProblems } from "../catalogue/kinds.ts";
import type { Translation } from "../translation.ts";

export const kinds: Translation<typeof kindProblems> = {
  "retry-shorthand": {
    message: "单独的数是全部尝试次数，包括第一次：{attempts} 次，{backoff} 间隔从 {first} 到 {longest}",
    help: "写 `retry: { max_attempts: {attempts} }` 明确表达",
  },
  "protocol-only-verified": {
    message: "没有 dpm 所知道的引擎用 `{type}` 配置：该块会被检查和验证，但没有什么按它运行",
    help: "如果要由 etcd 或 Consul 这样的引擎运行，选择 `raft`",
  },
  "script-check": {
    message: "谁能用 `script` 检查注册服务，谁就能在注册中心的机器上运行命令",
    help: "改用 `http` 或 `tcp`；除非明确允许，代理会拒绝脚本",
  },
  "deregister-too-soon": {
    message: "Consul 最早在一分钟之后移除故障的服务，而不是在 {after} 之后",
    help: '提高到 "1m" 或更长',
  },
  "metadata-too-long": {
    message: "`{key}` 的值有 {length} 个字符，Consul 最多接受 {most} 个",
    help: "缩减到 {most} 个字符，或者保存在别处",
  },
  "environment-drift": {
    message: "标签 `{tag}` 和 `metadata.environment` `{environment}` 是两个环境",
    help: '在这里写 `"{environment}"`，或者在那里写 `environment: "{tag}"`',
  },
  "registration-without-port": {
    message: "不知道 `{name}` 的端口，而每个调用方都会向 Consul 询问它",
    help: "加上 `port: 8080`，或者在 `health_check` 中加上 `tcp`",
  },
  "registry-without-checks": {
    message: "`{registry}` 不做检查：由服务维持的租约代替 `health_check`",
    help: '如果应由注册中心自己检查，选择 `registry: "consul"`',
  },
  "hash-tag": {
    message: "对 Redis Cluster 来说，键中的花括号是哈希标签：带 `{tag}` 的所有键都在一个节点上",
    help: "删除双重花括号，除非这些键应该在一起",
  },
  "retention-twice": {
    message: "{partitions} 个各 {each} 的分区共 {all}，而 `size` 是 {size}",
    help: "在 `size` 和 `size_per_partition` 中保留一个",
  },
  "sharding-fixed": {
    message: "Redis Cluster 总是把键分布到它的 16384 个哈希槽上：`{strategy}` 没有作用",
    help: '如果要有自己的环，选择 `provider: "redis"`，或者删除 `sharding`',
  },
  "pivot-outside": { message: "枢轴 `{name}` 不是参与者", help: "从参与者中选择一个：{participants}" },
  "directory-outside": {
    message: "`{directory}` 不在项目之内：只有配置允许时，生成的内容才会写到那里",
    help: "写相对于配置文件夹的文件夹，例如 `src`",
  },
  "unknown-scenario": {
    message: "dpm 不知道场景 `{scenario}`：为它生成一个停用的测试",
    help: { write: "如果想写的是 `{near}`，请改正", use: "使用以下之一：{known}，或者手工编写它的测试" },
  },
  "bad-condition": {
    message: "从这里起无法读懂 `{alert}` 的条件",
    help: "写比较式，例如 `error_rate > 0.05`，用 `and` 和 `or` 连接",
  },
  "unknown-metric": {
    message: "`{name}` 不是 `{component}` 的指标",
    help: {
      write: "如果想写的是 `{near}`，请改正，或者在 `metrics {component}` 中声明 `{name}`",
      declare: "在 `metrics {component}` 中声明 `{name}`",
    },
  },
  "image-missing": { message: "`{name}` 没有镜像：假定为 `{image}`", help: '加上 `image: "{image}"` 明确写出' },
  "replicas-unused": {
    message: "运行多少个 Pod 由自动伸缩决定，{min} 到 {max} 个：不写 `replicas: {replicas}`",
    help: "删除 `replicas`",
  },
  "probe-without-port": {
    message: "不知道 `{name}` 的端口，因此它的探针无处可问",
    help: "在 `deploy_kubernetes {name}` 中加上 `port: 8080`",
  },
  "cpu-request-missing": {
    message: "自动伸缩要与请求的处理器时间比较，而 `{name}` 没有请求",
    help: '加上 `resources: { requests: { cpu: "100m" } }`',
  },
  "pattern-not-followed": {
    message: "`{service}` 属于 `{system}`，却没有 {missing}",
    help: "声明缺少的内容，从 `{system}` 中删除它，或者写 `generate: true` 使用默认值",
  },
  "communication-undefined": {
    message: "服务应通过 `{kind}` 通信，但没有声明这种块",
    help: "声明 `{kind} Name { ... }`，或者在这里删除它",
  },
  "level-missing": {
    message: "`{level}` 包裹 `{inner}`，而它不存在",
    help: "写出 `{inner}`，或者给各层连续的编号",
  },
  "level-twice": { message: "`{pattern}` 已经是 `{first}`", help: "删除两层中的一层" },
  "level-order": {
    message: "调用从外到内经过 {written}；不写层次时会经过 {usual}",
    help: "如果想要通常的顺序，删除这些层次",
  },
  "fallback-hides-failure": {
    message: "`fallback` 在 `{outer}` 里面应答，后者因此看不到失败，永远不会起作用",
    help: "让 `fallback` 的层次高于 `{outer}`",
  },
  "said-differently": { message: "`{field}` 与 `{other}` 的值不同", help: "两处写成相同，或者删除其中一处" },
  "first-strategy-only": {
    message: "运行时不能更换策略的引擎会保留第一个，即 `{strategy}`",
    help: "把应在那里生效的策略写在最前面",
  },
  "nothing-to-adapt": {
    message: "`{name}` 没有可供选择的服务器：没有 `load_balancer {name}` 说明它们在哪里",
    help: "加上 `load_balancer {name} { servers: [...] }`",
  },
};

/** What the plugin says, in Chinese. Loaded only by who speaks it. */
import { quotations, translations, type PhraseTranslation, type Translation, type Translations } from "@dpm/core";
import type { phrases, problems } from "./diagnostics.ts";

const entries: Translation<typeof problems> = {
  "raw-in-java": { message: "raw 的内容叠加在 application.yml 之上，只有风格 `spring` 才有它" },
  "callee-down": {
    message: "被调用方宕机：策略在 {component} 自己的进程中保护它的操作；该进程消失后，没有什么能代它应答",
  },
  "connect-is-the-clients": { message: "建立连接的客户端有自己的连接超时；在它前面，只有整个尝试有截止时间" },
  "statuses-unseen": {
    message: "这里能看到异常，看不到状态码：由调用方的谓词说明哪些异常代表 {statuses}",
  },
  "connect-timeouts-alike": {
    message: "JDK 明确说明时，未及时建立的连接算作连接失败；其他客户端的 SocketTimeoutException 两者皆有可能，算作超时",
  },
  "whole-milliseconds": { message: "Resilience4j 以毫秒计：写 {printed}，代替 {wanted}" },
  "whole-seconds": { message: "Resilience4j 的窗口只接受整秒：写 {printed}，代替 {wanted}" },
  "pauses-truncated": {
    message: "Resilience4j 每次相乘之前舍去不足一毫秒的部分：第 {number} 个间隔是 {printed}，代替 {wanted}",
  },
  "fewer-probes": {
    message:
      "Resilience4j 在 {probes} 次探测中有 {minimum} 次之后就作判断，即最小调用数：{minimum} 次成功就使熔断器闭合",
  },
  "no-effect": { message: "`{field}` 没有作用：{why}" },
  "empty-is-the-callers": { message: "策略不知道应答的类型：由调用方提供空应答" },
  "tests-switched-off": { message: "生成但已停用的测试：{tests}" },
  "not-tested-here": { message: "这里为策略生成 JUnit 测试，不为 `{what}` 生成" },
  "per-process": {
    message: "每个进程有自己的隔舱：{component} 的 {replicas} 个副本可同时运行 {all} 个调用，每个副本 {each} 个",
  },
  "breaker-per-process": {
    message:
      "每个进程有自己的熔断器：要使全部熔断器断开，{component} 的 {replicas} 个副本各需 {each} 次调用，共 {all} 次",
  },
  "owners-differ": {
    message: "{component} 的各调用方把不同的关注点留给这个目标，而它进程中的唯一一个类不能兼顾：{first}；{other}",
    help: "在 `fault_tolerance {component}` 的 `owners` 中选择两条路径上都有的负责者，或者把一个网关的目标也配置给另一个网关",
  },
  "same-class": { message: "`{one}` 和 `{other}` 都会成为 Java 类 {class}", help: "给其中一个改名" },
  "bad-package": {
    message: "`{package}` 不是 Java 包：`{part}` 是{problem}",
    help: "写用点连接的小写名称，例如 `com.example.order`",
  },
  "number-too-large": { message: "Resilience4j 在这里最多接受 2147483647，而不是 {number}", help: "减小这个数" },
  "rate-out-of-range": {
    message: "这里的失败率为 {least} 到 100 %，而不是 {rate} %",
    help: "提高 `failure_threshold`",
  },
  "version-too-old": {
    message: "生成的代码需要 Resilience4j 2.0.0 或更高版本，而这里是 {version}",
    help: "提高 `version`",
  },
};

const words: PhraseTranslation<typeof phrases> = {
  "the-other": "另一个组件",
  "no-policy": "没有策略的 {name}",
  "without-policy": "没有策略的内容",
  "in-a-row": "熔断器统计连续失败",
  "field-is": "`{field}` 是 `{value}`",
  "nothing-again": "不会重试任何调用",
  "javas-own": "Java 自己的包",
  reserved: "保留字",
  "no-name": "无效的名称",
  leaves: "{caller} 留下 {share}",
};

/** What the options say of themselves. */
const expectations = {
  "a dotted name such as `com.example`": "用点连接的名称，例如 `com.example`",
  "a Java package such as `com.example.order`": "Java 包，例如 `com.example.order`",
};

export const zh: Translations = { ...translations("resilience4j", [entries], [words]), ...quotations(expectations) };

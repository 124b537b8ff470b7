/** What the plugin says, in Chinese. Loaded only by who speaks it. */
import { quotations, translations, type PhraseTranslation, type Translation, type Translations } from "@dpm/core";
import type { phrases, problems } from "./diagnostics.ts";

const entries: Translation<typeof problems> = {
  "image-missing": {
    message: "服务 `{service}` 既没有镜像也没有构建文件夹：假定为 `{image}`",
    help: '加上 `image: "{image}"` 明确写出，或者用 `build: "{folder}"` 构建它',
  },
  "bad-image": {
    message: "`{image}` 不是镜像引用",
    help: "写带标签的小写名称，例如 `redis:8.2.1`；`$` 不会被展开",
  },
  "bad-build": {
    message: "`{build}` 不是可以构建的文件夹",
    help: "写文件夹，例如 `./order-service`，或者仓库的 https 或 git 地址",
  },
  "bad-port": { message: "`{port}` 没有发布端口", help: '写 `"8080:80"`：先是主机的端口，再是内部的端口' },
  "port-twice": {
    message: "主机的端口 `{port}` 被发布两次，由 `{first}` 和 `{second}`",
    help: "为其中一个选择另一个端口",
  },
  "replicas-share-port": {
    message: "服务 `{service}` 的 {replicas} 个容器不能共用主机的端口 `{port}`",
    help: "发布一个范围，例如 `{range}`，或者发布它们前面的网关的端口",
  },
  "port-unheard": {
    message: "服务 `{service}` 的端口 {port} 无人监听：使用 `{files}` 时它监听 {listens}",
    help: "写 `{better}`，或者让引擎监听 {port}",
  },
  "bad-volume": {
    message: "`{volume}` 没有挂载任何内容",
    help: '写 `"name:/path"` 或 `"./folder:/path"`，只读时在末尾加 `:ro`',
  },
  "mount-twice": { message: "服务 `{service}` 两次挂载 `{path}`", help: "删除其中一个挂载" },
  "mount-overridden": {
    message: "没有挂载 `{file}`：服务 `{service}` 在 `{path}` 有自己的挂载",
    help: "删除那个挂载，使用生成的文件",
  },
  "mount-nowhere": {
    message: "`{file}` 没有挂载到任何地方：`{block}` 的服务中没有它自己的服务",
    help: "把读取它的服务命名为 `{service}`",
  },
  "bad-variable": {
    message: "`{variable}` 不能作为环境变量的名称",
    help: "使用字母、数字、`_`、`.` 和 `-`，以字母或 `_` 开头，并且不以 `x-` 开头",
  },
  "variable-twice": { message: "服务 `{service}` 的变量 `{variable}` 设置了两次", help: "删除其中一个" },
  "service-twice": { message: "服务 `{service}` 描述了两次", help: "只描述一次，其他地方只写名称" },
  "no-own-service": {
    message: "`{block}` 为自己的服务设置了{what}，却没有写出这个服务",
    help: "把它的一个服务命名为 `{service}`，或者写到所指的服务里面",
  },
  "unknown-service": {
    message: "服务 `{service}` 等待 `{other}`，而它不是服务",
    help: "把 `{other}` 加到服务中，或者从 `depends_on` 中删除它",
  },
  "dependency-cycle": { message: "服务互相等待：{cycle}", help: "删除其中一个依赖" },
  "bad-network": {
    message: "`{network}` 不能作为网络的名称",
    help: "选择最多 1000 个字符且不以 `x-` 开头的名称：Compose 把它们用于扩展",
  },
  "unknown-network": {
    message: "服务 `{service}` 加入 `{network}`，而它不是网络",
    help: "把 `{network}` 加到该块的 `networks` 中",
  },
  "check-without-command": {
    message: "服务 `{service}` 的健康检查没有请求任何内容",
    help: '写 `path: "/health"` 和容器内的 `port`，或者 `test: ["command", "argument"]`',
  },
  "check-keyword": {
    message: "`{word}` 不是命令，而是 Compose 自己的关键字",
    help: '只写命令及其参数；需要 shell 时写 `test: ["sh", "-c", "..."]`',
  },
  "bad-path": {
    message: "`{path}` 不会按写法原样请求",
    help: "对非 ASCII 字符做百分号编码，不要有空格、片段、`.` 和 `..`",
  },
  "reserved-above-limit": {
    message: "服务 `{service}` 请求的内存多于它可以使用的内存",
    help: "提高上限，或者减少请求",
  },
  unprintable: { message: "无法向容器传递含有{what}的文本", help: "删除该字符" },
  "asked-inside": {
    message: "在容器内请求 127.0.0.1:{port}：镜像中必须有 shell，以及 wget 或 curl",
  },
  "cpu-not-reserved": { message: "只有 Swarm 会预留处理器时间：`docker compose up` 会忽略它" },
  "supplied-alike": {
    message: "`{first}` 和 `{second}` 都会成为启动 Compose 的 shell 的变量 `{variable}`",
    help: "给其中一个改名",
  },
  "secret-from-shell": {
    message: "Compose 不询问任何存储：由启动它的人把 `{secret}` 放进变量 `{variable}`",
  },
  rounded: { message: "Compose 只接受整毫秒：写 {printed}，代替 {wanted}" },
};

const words: PhraseTranslation<typeof phrases> = {
  "first-described": "首次描述于此",
  "first-mounted": "首次挂载于此",
  "first-published": "首次发布于此",
  "first-set": "首次设置于此",
  add: "加上 `{field}`",
  remove: "删除 `{text}`",
  nul: "NUL 字符",
  "half-pair": "半个代理对",
};

/** What the options say of themselves. */
const expectations = {
  "lower-case letters, digits, `_`, `-`": "小写字母、数字、`_`、`-`",
  "a relative path such as `../..`": "相对路径，例如 `../..`",
};

export const zh: Translations = { ...translations("compose", [entries], [words]), ...quotations(expectations) };

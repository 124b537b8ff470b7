/** The workspace's own texts in Chinese. Loaded only by who speaks it. */
import { translations, type PhraseTranslation, type Translation, type Translations } from "@dpm/core";
import type { phrases, problems } from "./diagnostics.ts";

const entries: Translation<typeof problems> = {
  // Configuration
  "config-missing": { message: "没有配置文件 `{path}`", help: "写一个存在的文件，或者省略 `--config` 让 dpm 去找" },
  "config-unreadable": { message: "无法读取 `{path}`：{reason}", help: "把 `{path}` 变成可读的文件" },
  "config-syntax": { message: "{problem}", help: "写成合法的 {format}" },
  "config-not-object": { message: "配置是{found}，应为含有 `targets` 的对象", help: "写 `{example}`" },
  "config-failed": {
    message: "加载 `{path}` 时失败：{problem}",
    help: "把 `{path}` 写成一个模块，其默认导出就是配置",
  },
  "config-import": {
    message: "不支持 `$import`",
    help: "把所有内容写进一个文件，或者使用 `dpm.config.ts` 并在其中导入",
  },
  "config-ambiguous": { message: "使用了 `{used}`，没有使用旁边的 `{ignored}`", help: "只保留其中一个" },
  "duplicate-key": { message: "`{key}` 写了两次", help: "删除其中一个" },
  "no-targets": { message: "没有配置任何目标", help: "在配置中加上 `targets`，或者用 `--target` 指定一个" },
  "no-target-named": {
    message: "本次运行没有限定到任何目标，应为目标的名称",
    help: "写一个目标的名称，或者不加限定，生成全部目标",
  },
  "unknown-target": { message: "没有配置目标 `{target}`", help: "使用已配置的目标：{configured}" },
  // Plugins
  "plugin-not-found": {
    message: "{needer}需要一个没有安装的插件：从 {folder} 找过 {candidates}",
    help: "{remedy}",
  },
  "plugin-failed": {
    message: "加载插件 `{plugin}` 时失败：{problem}",
    help: "重新安装 `{plugin}`，或者报告给它的作者",
  },
  "plugin-invalid": {
    message: "`{plugin}` 没有导出插件：它的默认导出是{found}",
    help: "写一个默认导出来自 `definePlugin` 的包",
  },
  "duplicate-core": {
    message: "插件 `{plugin}` 使用的 @dpm/core（{theirs}）与 dpm 自己使用的（{ours}）不是同一份",
    help: "为两者安装同一版本的 @dpm/core：{remedy}",
  },
  // Sources
  "input-missing": { message: "没有文件 `{path}`", help: "写一个存在的文件" },
  "input-unmatched": {
    message: "{folder} 中没有与 `{pattern}` 匹配的文件",
    help: "添加一个 `.dpm` 文件，或者在配置中设置 `input`",
  },
  "input-folder": { message: "`{path}` 是文件夹", help: "写出其中的文件：`{path}/*.dpm`" },
  "input-unreadable": { message: "无法读取 `{path}`：{reason}", help: "让 `{path}` 可读" },
  "input-too-large": { message: "`{path}` 有 {bytes} 字节，dpm 最多读取 {limit}", help: "拆分这个文件" },
  "invalid-utf8": { message: "第 {byte} 个字节不是 UTF-8：{found}", help: "把文件保存为 UTF-8" },
  // Paths
  "out-outside": {
    message: "输出文件夹 `{out}` 在项目之外",
    help: "选择项目内的文件夹，或者在配置中设置 `allowOutside: true`",
  },
  "out-unsafe": { message: "`{out}` 不能作为输出文件夹：{reason}", help: "选择另一个文件夹" },
  "path-unsafe": {
    message: "目标 `{target}` 不允许写 `{path}`：{reason}",
    help: "给该文件所依据的组件改名，或者报告给 `{target}` 的作者",
  },
  "path-outside": {
    message: "目标 `{target}` 不允许写 `{path}`：`{by}` 指向项目之外",
    help: "删除符号链接，或者设置 `allowOutside: true` 并把 `out` 设为那个文件夹本身",
  },
  "path-link": {
    message: "目标 `{target}` 不允许写 `{path}`：它是符号链接",
    help: "删除该链接：dpm 既不替换链接，也不跟随链接",
  },
  "path-occupied": { message: "目标 `{target}` 无法写 `{path}`：`{by}` 挡住了", help: "把 `{by}` 移到别处" },
  "path-is-input": {
    message: "目标 `{target}` 不允许写 `{path}`：dpm 要读取这个文件",
    help: "把 `out` 设为另一个文件夹",
  },
  "path-collision": {
    message: "目标 `{target}` 的 `{path}` 与目标 `{otherTarget}` 的 `{other}` 在忽略大小写时是同一位置",
    help: "给它们所依据的组件之一改名，或者给目标改名",
  },
  "state-place": {
    message: "无法保存 `{path}`：`{by}` 挡住了，或者指向项目之外",
    help: "让 `.dpm` 成为项目中的文件夹",
  },
  // Files
  "file-edited": {
    message: "`{path}` 被手工修改过；什么也没有写入",
    help: "把修改移到模型中并用 `--force` 运行，或者删除该文件",
  },
  "file-not-ours": {
    message: "`{path}` 已存在，而且不是由本配置生成的；什么也没有写入",
    help: "把该文件移到别处，或者用 `--force` 覆盖它",
  },
  "stale-edited": {
    message: "`{path}` 不再生成，但被手工修改过；什么也没有写入",
    help: "删除该文件或把它移出输出文件夹，或者用 `--force` 删除它",
  },
  "edited-meanwhile": { message: "dpm 写入期间 `{path}` 被修改；一切恢复原样", help: "再运行一次" },
  "could-not-write": {
    message: "无法写入 `{path}`：{reason}；一切恢复原样",
    help: "腾出空间或授予权限，然后再运行一次",
  },
  locked: {
    message: "另一个运行正在这里写入：进程 {pid} 占用 {file}",
    help: "等它结束；如果没有这样的进程在运行，就删除该文件",
  },
  interrupted: {
    message: "一次中断的运行只完成了一半：文件可能属于两个版本",
    help: "运行 `dpm generate`：它在写入之前会先完成或撤销那次工作",
  },
  recovered: { message: "已先把中断运行的工作{how}" },
  stuck: {
    message: "中断的运行既不能完成也不能撤销：{journal} 所列的文件已不存在",
    help: "检查输出文件夹并用 `--force` 运行，它会重新写入全部文件",
  },
  "manifest-unreadable": {
    message: "无法理解 `{path}`，因此没有文件算作 dpm 自己的",
    help: "从版本控制恢复它；否则相同的文件会被接管，其他文件需要 `--force`",
  },
  drift: { message: "{total} 个文件中有 {count} 个与将要生成的不一致：{files}", help: "运行 `dpm generate`" },
  // The baseline
  "baseline-missing": { message: "没有基线 `{path}`", help: "加上 `--update-baseline` 以接受今天发现的问题" },
  "baseline-unreadable": {
    message: "无法把 `{path}` 理解为基线",
    help: "从版本控制恢复它，或者用 `--update-baseline` 重新生成",
  },
  "baseline-partial": {
    message: "只检查了模型的一部分，因此没有重新生成 `{path}`",
    help: "不写文件，以检查整个模型",
  },
  "baseline-gone": {
    message: "`{path}` 所知道的问题已经消失（共 {count} 个）：{findings}",
    help: "用 `--update-baseline` 运行，去掉已消失的问题",
  },
  // The plan
  "against-missing": {
    message: "`{against}` 既不是文件、文件夹，也不是 git 所知道的版本",
    help: "写出要与什么比较：版本（例如 `main`）、文件夹或文件",
  },
  "no-history": { message: "git 无法说明之前的内容：{reason}", help: "用 `--against` 写出要比较的文件夹或文件" },
  "against-broken": {
    message: "`{against}` 的模型本身有错误，因此无法与它比较：{codes}",
    help: "用 `--against` 写出另一个版本、文件夹或文件",
  },
  "internal-error": {
    message: "dpm 自身失败：{problem}",
    help: "请连同模型和配置一起报告：这是 dpm 的缺陷",
  },
};

const words: PhraseTranslation<typeof phrases> = {
  "did-you-mean": "是否想写 `{near}`？",
  "write-if-meant": "如果想写的是 `{near}`，请改正",
  "first-written": "首次写在这里",
};

export const zh: Translations = translations("workspace", [entries], [words]);

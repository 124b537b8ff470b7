import { existsSync, rmSync, writeFileSync } from "node:fs";
import { columnsOf, type Phrase } from "@dpm/core";
import { load } from "@dpm/workspace";
import { problems } from "../diagnostics.ts";
import { configOf, modelOf, type Start } from "../init/starter.ts";
import { isName } from "../init/name.ts";
import { isInstalled, packageOf } from "../init/plugins.ts";
import { ownTargets } from "../init/targets.gen.ts";
import { words } from "../language.ts";
import { phrases } from "../phrases.ts";
import { refuse } from "../project.ts";
import { print, styles } from "../terminal/output.ts";

export interface InitFlags {
  readonly name?: string;
  readonly target?: readonly string[];
  readonly yes?: true;
}

/** Writes a first model and its configuration: both or none. */
export async function init(flags: InitFlags): Promise<void> {
  const { project } = await load({ files: [] });
  const folder = process.cwd();
  const taken = [project.root === folder ? project.config : undefined, "main.dpm", ".dpmrc.json"].find(
    (name) => name !== undefined && existsSync(name),
  );
  if (taken !== undefined) return refuse(problems.existsAlready({ path: taken }).at(undefined), "text");
  const asks = !flags.yes && process.stdin.isTTY && process.stdout.isTTY;
  const given = {
    ...(flags.name !== undefined && { name: flags.name }),
    ...(flags.target && { targets: flags.target }),
  };
  const start = asks ? await (await import("../init/ask.ts")).ask(given, folder) : settled(given, folder);
  if (!start) {
    process.exitCode = 130;
    return;
  }
  if (!isName(start.name)) return refuse(problems.badName({ name: start.name }).at(undefined), "text");
  if (write({ "main.dpm": modelOf(start), ".dpmrc.json": configOf(start) })) print(told(start, folder));
}

function settled({ name = "OrderService", targets }: Partial<Start>, folder: string): Start {
  const installed = ownTargets.map((one) => one.name).filter((one) => isInstalled(one, folder));
  return { name, targets: targets ?? (installed.length > 0 ? installed : ["nginx"]) };
}

function write(files: Readonly<Record<string, string>>): boolean {
  const made: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    try {
      writeFileSync(name, text, { flag: "wx" });
      made.push(name);
    } catch (error) {
      for (const one of made) rmSync(one, { force: true });
      const { code, message } = error as NodeJS.ErrnoException;
      const reasons: Readonly<Record<string, Phrase>> = {
        EACCES: phrases.noPermission(),
        EROFS: phrases.readOnly(),
        ENOSPC: phrases.noSpace(),
        EEXIST: phrases.exists(),
      };
      refuse(problems.couldNotWrite({ path: name, reason: reasons[code ?? ""] ?? message }).at(undefined), "text", 6);
      return false;
    }
  }
  return true;
}

function told({ name, targets }: Start, folder: string): string {
  const missing = targets.filter((one) => !isInstalled(one, folder)).map(packageOf);
  const install = missing.length > 0 ? [`npm install --save-dev ${missing.join(" ")}`] : [];
  const next = [...install, "dpm generate", `dpm simulate ${name} --backend down`];
  return [
    `  main.dpm      ${words.andItsGateway({ name })}   ${styles.good(words.new())}`,
    `  .dpmrc.json   ${words.madeTargets({ targets })}`,
    "",
    ...next.map(
      (command, index) => `${index === 0 ? `  ${words.next()}   ` : " ".repeat(5 + columnsOf(words.next()))}${command}`,
    ),
    "",
  ].join("\n");
}

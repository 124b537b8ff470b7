import { fieldPaths, toGithub, toSarif, type Diagnostic, type SourceFile } from "@dpm/core";
import { nameInRepository, type PluginModule, type Project } from "@dpm/workspace";
import { codesOf } from "./explain/known-codes.ts";
import { pageOf } from "./explain/page.ts";
import { print, printJson } from "./terminal/output.ts";
import { version } from "./version.ts";

/** What was found, and as far as it came to that, where and by whom. */
export interface Told {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceFile[];
  readonly project?: Project;
  readonly plugins?: readonly PluginModule[];
}

/** One SARIF log, alone on standard output. Services name files from the repository's root, so that is done here too. */
export function printSarif({ diagnostics, sources, project, plugins = [] }: Told): void {
  const codes = codesOf(plugins);
  const describe = (code: string): ReturnType<Parameters<typeof toSarif>[2]["describe"]> => {
    const entry = codes.get(code);
    const page = pageOf(code, plugins);
    return entry && { entry, ...(page !== undefined && { page }) };
  };
  const pathOf = fieldPaths(sources.filter(({ name }) => name !== project?.config));
  const place = { folder: folderOf(project), ...(project?.config !== undefined && { home: project.config }) };
  printJson(toSarif(diagnostics, sources, { version: version(), describe, pathOf, ...place }));
}

/** GitHub's workflow commands, on standard output, where its runner reads them. */
export function printGithub({ diagnostics, sources, project }: Told, notes: boolean): void {
  print(toGithub(diagnostics, sources, { folder: folderOf(project), notes }));
}

function folderOf(project: Project | undefined): string {
  return project === undefined ? "" : nameInRepository(project.root);
}

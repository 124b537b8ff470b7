import { watchedBy, type PluginModule, type Project } from "@dpm/workspace";

/** Set for a run that another process repeats. */
export const watcherVariable = "DPM_WATCHER";

/** Tells the process that repeats this run what to watch. Does nothing for any other run. */
export function tellWatcher(
  { project, plugins = [] }: { readonly project?: Project; readonly plugins?: readonly PluginModule[] },
  more: readonly string[] = [],
): void {
  if (!project || process.env[watcherVariable] === undefined || !process.send) return;
  process.send(watchedBy(project, plugins, more), undefined, {}, () => process.disconnect());
}

import { createRequire } from "node:module";
import { join } from "node:path";

/** The package of a target that is named in short; a full name is a package's already. */
export function packageOf(target: string): string {
  return /^[a-z0-9-]+$/.test(target) && !target.startsWith("dpm-plugin-") ? `@dpm/plugin-${target}` : target;
}

/** Whether a target's plugin can be loaded from a folder. */
export function isInstalled(target: string, folder: string): boolean {
  try {
    createRequire(join(folder, "package.json")).resolve(packageOf(target));
    return true;
  } catch {
    return false;
  }
}

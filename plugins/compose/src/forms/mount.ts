import type { Volume } from "../model.ts";
import { belowRoot } from "./folder.ts";

const form = /^(?:(?<source>[^:]+):)?(?<target>\/[^:]*)(?::(?<mode>ro|rw))?$/;
// The loader takes every name that begins with `x-` for an extension, and drops it.
const volumeName = /^(?!x-)[A-Za-z0-9][A-Za-z0-9_.-]{0,999}$/;

/** The short form of a mount: a source that begins with `./`, `../`, `/` or `~/` is a folder or a file, any other a named volume. */
export function parseMount(text: string, root: string): Volume | undefined {
  const { source, target: path, mode } = form.exec(text)?.groups ?? {};
  const target = path === undefined ? undefined : clean(path);
  if (target === undefined) return undefined;
  const where = { target, readOnly: mode === "ro" };
  if (source === undefined) return { type: "volume", ...where };
  if (/^(?:\.{1,2}(?:\/|$)|\/|~(?:\/|$))/.test(source)) {
    return { type: "bind", source: belowRoot(root, source), mustExist: false, ...where };
  }
  return volumeName.test(source) ? { type: "volume", source, ...where } : undefined;
}

/** The path as Compose cleans it; nothing for the container's root, and none goes up. */
function clean(path: string): string | undefined {
  const steps = path.split("/").filter((step) => step !== "" && step !== ".");
  return steps.length === 0 || steps.includes("..") ? undefined : `/${steps.join("/")}`;
}

import { map, type Traced } from "@dpm/print";
import { spanOf } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Volume } from "../model.ts";
import type { Context, Refuse } from "./context.ts";
import { refuseText } from "./text.ts";

const form = /^(?:(?<source>[^:]+):)?(?<target>\/[^:]*)(?::(?<mode>ro|rw))?$/s;
const named = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

/** The short form of a mount, read: a source that begins with `.`, `/` or `~` is a folder, any other a named volume. */
export function parseVolume(text: string): Volume | undefined {
  const { source, target, mode } = form.exec(text)?.groups ?? {};
  if (target === undefined) return undefined;
  const isFolder = source !== undefined && /^(?:\.{1,2}(?:\/|$)|\/|~)/.test(source);
  if (source !== undefined && !isFolder && !named.test(source)) return undefined;
  return { type: isFolder ? "bind" : "volume", target, readOnly: mode === "ro", ...(source !== undefined && { source }) };
}

/** `volumes` of a service or of a block, in the long form of the Compose specification. */
export function volumes(holder: { readonly volumes?: readonly string[] | undefined }, on: Context["on"], refuse: Refuse): readonly Traced<Volume>[] {
  const list = on.exact(holder, "volumes");
  if (!list) return [];
  return list.value.flatMap((text, index) => {
    const span = spanOf(list.value, String(index));
    const volume = parseVolume(text);
    refuseText(text, span, refuse);
    if (volume) return [map(list, () => volume)];
    refuse(problems.badVolume({ volume: text }).at(span));
    return [];
  });
}

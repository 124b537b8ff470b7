import { serviceNameOf, spanOf, type Diagnostic } from "@dpm/core";
import { phrases, problems } from "../diagnostics.ts";
import { parseMount } from "../forms/mount.ts";
import type { Options } from "../options.ts";
import { ownService, type Block, type Deployed } from "../services.ts";
import { unprintable } from "./texts.ts";

/** Each mount is one, and no two are at the same place. */
export function mounts({ name: service, written, owners }: Deployed, { root }: Options): readonly Diagnostic[] {
  const all = [written, ...owners].flatMap(({ volumes = [] }) =>
    volumes.map((text, index) => ({ text, mount: parseMount(text, root), place: spanOf(volumes, String(index)) })),
  );
  return all.flatMap(({ text, mount, place }, index) => {
    if (!mount) return [problems.badVolume({ volume: text }).at(place)];
    const first = all.slice(0, index).find((one) => one.mount?.target === mount.target);
    const related = first && [{ message: phrases.firstMounted(), span: first.place }];
    return [
      ...unprintable(text, place),
      ...(related ? [problems.mountTwice({ service, path: mount.target }).at(place, { related })] : []),
    ];
  });
}

/** What a block sets for its own service needs one. */
export function ownerless(block: Block): readonly Diagnostic[] {
  if (ownService(block)) return [];
  return (["volumes", "environment"] as const).flatMap((field) => {
    if (Object.keys(block[field] ?? {}).length === 0) return [];
    const params = { block: block.name, what: `\`${field}\``, service: serviceNameOf(block.name) };
    return [problems.noOwnService(params).at(spanOf(block, field))];
  });
}

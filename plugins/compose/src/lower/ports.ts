import { map, type Traced } from "@dpm/print";
import { spanOf } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { PublishedPort } from "../model.ts";
import type { Context, Refuse, WrittenService } from "./context.ts";

const form = /^(?:(?:(?<hostIp>\d{1,3}(?:\.\d{1,3}){3}|\[[0-9A-Fa-f:]+\]):)?(?<published>\d{1,5}(?:-\d{1,5})?):)?(?<target>\d{1,5})(?:\/(?<protocol>tcp|udp))?$/;

/** The short form of a port, read; `undefined` when it is none. */
export function parsePort(text: string): PublishedPort | undefined {
  const { hostIp, published, target, protocol } = form.exec(text)?.groups ?? {};
  const numbers = [target, ...(published?.split("-") ?? [])].filter((one) => one !== undefined).map(Number);
  if (target === undefined || numbers.some((one) => one < 1 || one > 65_535)) return undefined;
  return {
    target: Number(target),
    ...(hostIp !== undefined && { hostIp: hostIp.replace(/[[\]]/g, "") }),
    ...(published !== undefined && { published }),
    ...(protocol !== undefined && { protocol }),
  };
}

/** `ports` of the Compose specification, in its long form. */
export function publishedPorts(written: WrittenService, on: Context["on"], refuse: Refuse): readonly Traced<PublishedPort>[] {
  const list = on.exact(written, "ports");
  if (!list) return [];
  return list.value.flatMap((text, index) => {
    const port = parsePort(text);
    if (port) return [map(list, () => port)];
    refuse(problems.badPort({ port: text }).at(spanOf(list.value, String(index))));
    return [];
  });
}

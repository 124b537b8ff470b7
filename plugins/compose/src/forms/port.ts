import type { PublishedPort } from "../model.ts";

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
const hostIp = String.raw`${octet}(?:\.${octet}){3}|\[[0-9A-Fa-f:.]+\]`;
const number = String.raw`[1-9]\d{0,4}`;
const form = new RegExp(
  String.raw`^(?:(?:(?<hostIp>${hostIp}):)?(?<first>${number})(?:-(?<last>${number}))?:)?(?<target>${number})(?:/(?<protocol>tcp|udp))?$`,
);

/** The short form of a port, `"8080:80"`; `undefined` when it is none. */
export function parsePort(text: string): PublishedPort | undefined {
  const found = form.exec(text)?.groups;
  if (!found) return undefined;
  const { hostIp: address, first, last, target, protocol } = found;
  const ends = [first, last ?? first].flatMap((end) => (end === undefined ? [] : [Number(end)]));
  const [low = 1, high = 1] = ends;
  if (![low, high, Number(target)].every((one) => one <= 65_535) || low > high) return undefined;
  if (address?.startsWith("[") && !URL.canParse(`http://${address}/`)) return undefined;
  return {
    target: Number(target),
    ...(address !== undefined && { hostIp: address.replace(/[[\]]/g, "") }),
    ...(ends.length > 0 && { published: { low, high } }),
    protocol: protocol === "udp" ? "udp" : "tcp",
  };
}

/** The port inside the container that a check by path asks: the written one, else the first that is published. */
export function checkedPort({ healthCheck, ports = [] }: Checked): number | undefined {
  return healthCheck?.port ?? ports.map(parsePort).find((one) => one?.protocol === "tcp")?.target;
}

interface Checked {
  readonly healthCheck?: { readonly port?: number | undefined } | undefined;
  readonly ports?: readonly string[] | undefined;
}

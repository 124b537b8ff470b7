import { object, port, string } from "../../fields/field.ts";

/** A host name or address, without a port. */
export const host = string({
  pattern: "[^\\s:/\\[\\]]+|\\[[0-9A-Fa-f:.]+\\]",
  expected: "a host name or address without a port",
});

/** A string such as `redis-1:6379` or `[::1]:6379`, its parts as named groups. */
export const hostAndPort = {
  text: "^(?<host>\\[[^\\]]*\\]|[^:]*)(?::(?<port>\\d+))?$",
  expected: 'a host, or a host and a port such as `"10.0.0.1:8080"`',
} as const;

/** Where something listens. */
export const endpoint = object(
  {
    host: host.doc("The host's name or address."),
    port: port().optional().doc("The TCP port; without it the target's own default."),
  },
  hostAndPort,
);

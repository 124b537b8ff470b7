import { print, yaml, type Printed } from "@dpm/print";
import type { Pool, PoolServer } from "./model.ts";

/** The file of a pool. Only printers make text, so no value can become syntax. */
export function render({ listen, servers }: Pool, { header }: { readonly header?: string | undefined }): Printed {
  const root = yaml.map([
    ["listen", yaml.int(listen)],
    ["servers", yaml.list(servers.map(server))],
  ]);
  return print(yaml.doc(root, header === undefined ? {} : { header: [header] }));
}

function server({ host, port, weight }: PoolServer): yaml.Node {
  return yaml.map([["host", yaml.str(host)], port && ["port", yaml.int(port)], ["weight", yaml.int(weight)]]);
}

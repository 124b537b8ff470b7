import { map, yaml, type Traced } from "@dpm/print";
import { printTime } from "../units.ts";

/** A duration as Istio reads it. */
export function duration(time: Traced<number>): yaml.Node {
  return yaml.str(map(time, printTime));
}

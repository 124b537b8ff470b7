import { map, yaml, type Traced } from "@dpm/print";

/** A duration as Istio reads it. */
export function duration(time: Traced<number>): yaml.Node {
  return yaml.str(map(time, printTime));
}

/** `2.25s`, or `250ms` below a second: the form of Go, which Istio reads. */
export function printTime(time: number): string {
  const milliseconds = time / 1000;
  return milliseconds < 1000 ? `${milliseconds}ms` : `${milliseconds / 1000}s`;
}

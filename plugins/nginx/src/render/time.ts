import { map, nginx, type Traced } from "@dpm/print";

/** Microseconds as the whole seconds that some slots take. */
export function seconds(time: Traced<number>): nginx.Arg {
  return nginx.seconds(map(time, (microseconds) => microseconds / 1_000_000));
}

/** Microseconds as whole milliseconds. */
export function milliseconds(time: Traced<number>): nginx.Arg {
  return nginx.ms(map(time, (microseconds) => microseconds / 1000));
}

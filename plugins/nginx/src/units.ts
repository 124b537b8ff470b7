/** Microseconds up to whole seconds: `fail_timeout`, `expires`, `inactive` take no parts (ngx_parse_time, is_sec). At least one. */
export function wholeSeconds(time: number): number {
  return Math.max(1, Math.ceil(time / 1_000_000)) * 1_000_000;
}

/** Microseconds up to whole milliseconds, which the `proxy_*_timeout` directives take. At least one. */
export function wholeMilliseconds(time: number): number {
  return Math.max(1, Math.ceil(time / 1000)) * 1000;
}

/** `10s`, as nginx reads it. */
export function printSeconds(time: number): string {
  return `${wholeSeconds(time) / 1_000_000}s`;
}

/** `2250ms`, or `2s` where it is whole. */
export function printTime(time: number): string {
  const milliseconds = wholeMilliseconds(time) / 1000;
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
}

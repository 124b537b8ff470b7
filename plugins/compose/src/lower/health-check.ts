import { combine, map, type Traced } from "@dpm/print";
import { spanOf, take } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { HealthCheck } from "../model.ts";
import type { Context, Refuse, WrittenService } from "./context.ts";
import { parsePort } from "./ports.ts";
import { refuseText } from "./text.ts";

type Check = NonNullable<WrittenService["healthCheck"]>;

/** `healthcheck` of the Compose specification; a path is asked for with wget inside the container. */
export function healthCheck(written: WrittenService, on: Context["on"], refuse: Refuse): HealthCheck | undefined {
  const check = written.healthCheck;
  if (!check) return undefined;
  if (!check.enabled) {
    const disable = map(on.exact(check, "enabled"), () => true);
    for (const field of ["test", "path", "port", "interval", "timeout", "retries", "startPeriod"] as const) on.byDefault(check, field);
    return { disable };
  }
  on.byDefault(check, "enabled");
  const test = command(written, check, on, refuse);
  return {
    test,
    interval: time(check, "interval", on),
    timeout: time(check, "timeout", on),
    retries: on.exact(check, "retries"),
    startPeriod: time(check, "startPeriod", on),
  };
}

function command(written: WrittenService, check: Check, on: Context["on"], refuse: Refuse): Traced<readonly string[]> {
  const test = on.exact(check, "test");
  if (test) {
    for (const [index, argument] of test.value.entries()) refuseText(argument, spanOf(test.value, String(index)), refuse);
    on.byDefault(check, "path");
    on.byDefault(check, "port");
    return map(test, (parts) => ["CMD", ...parts]);
  }
  const reason = problems.pathByWget();
  const path = on.approximated(check, "path", reason);
  const port = on.approximated(check, "port", reason);
  const number = check.port ?? parsePort(written.ports?.[0] ?? "")?.target;
  if (!path || number === undefined) {
    refuse(problems.checkWithoutCommand({ service: written.name }).at(spanOf(written, "healthCheck")));
    return map(take(check, "enabled"), () => ["NONE"]);
  }
  refuseText(path.value, spanOf(check, "path"), refuse);
  return combine([path, port ?? path], () => ["CMD", "wget", "-q", "-O", "/dev/null", `http://127.0.0.1:${number}${path.value}`]);
}

/** Durations of Compose are printed in whole milliseconds. */
function time(check: Check, field: "interval" | "timeout" | "startPeriod", on: Context["on"]): Traced<number> {
  const value = check[field];
  if (value % 1000 === 0) return on.exact(check, field);
  const rounded = Math.ceil(value / 1000);
  return map(on.approximated(check, field, problems.rounded({ printed: `${rounded} ms`, wanted: `${value} us` })), () => rounded * 1000);
}

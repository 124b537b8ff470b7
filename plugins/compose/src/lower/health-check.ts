import { combine, map, type Traced } from "@dpm/print";
import { printDuration, take } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { checkedPort } from "../forms/port.ts";
import type { HealthCheck } from "../model.ts";
import type { WrittenService } from "../services.ts";
import type { On } from "./context.ts";

type Check = NonNullable<WrittenService["healthCheck"]>;

/** `healthcheck` of the Compose specification: https://docs.docker.com/reference/compose-file/services/#healthcheck */
export function healthCheck(written: WrittenService, on: On): HealthCheck | undefined {
  const check = written.healthCheck;
  if (!check) return undefined;
  if (!check.enabled) {
    for (const field of ["test", "path", "port", "interval", "timeout", "retries", "startPeriod"] as const)
      on.byDefault(check, field);
    return { disable: map(on.exact(check, "enabled"), () => true) };
  }
  on.byDefault(check, "enabled");
  return {
    test: map(test(check, on) ?? path(written, check, on), (parts) => ["CMD", ...parts]),
    interval: wholeMilliseconds(check, "interval", on),
    timeout: wholeMilliseconds(check, "timeout", on),
    retries: on.exact(check, "retries"),
    startPeriod: wholeMilliseconds(check, "startPeriod", on),
  };
}

function test(check: Check, on: On): Traced<readonly string[]> | undefined {
  const written = on.exact(check, "test");
  if (!written) return undefined;
  on.byDefault(check, "path");
  on.byDefault(check, "port");
  return written;
}

/** Compose has no check over HTTP: the path is asked for inside the container, by a program that most images have. */
function path(written: WrittenService, check: Check, on: On): Traced<readonly string[]> {
  const port = checkedPort(written) ?? 0;
  const reason = problems.askedInside({ port });
  const origins = [
    on.approximated(check, "path", reason),
    on.approximated(check, "port", reason) ?? take(written, "ports"),
  ];
  const url = `http://127.0.0.1:${port}${check.path ?? ""}`;
  return combine(
    origins.filter((one) => one !== undefined),
    () => ["sh", "-c", ask, url],
  );
}

// The address is an argument, so no character of it means anything to the shell. Docker knows the exit codes 0 and 1 only.
const ask = 'wget -q -O /dev/null "$0" || curl -fsS -o /dev/null "$0" || exit 1';

function wholeMilliseconds(check: Check, field: "interval" | "timeout" | "startPeriod", on: On): Traced<number> {
  const wanted = check[field];
  if (wanted % 1000 === 0) return on.exact(check, field);
  const printed = Math.ceil(wanted / 1000) * 1000;
  const reason = problems.rounded({ printed: printDuration(printed), wanted: printDuration(wanted) });
  return map(on.approximated(check, field, reason), () => printed);
}

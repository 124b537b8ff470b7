import type { Amounts, Service } from "../model.ts";
import type { Context, WrittenService } from "./context.ts";

/** `deploy.resources`: what is asked for is reserved. */
export function limits(written: WrittenService, on: Context["on"]): Pick<Service, "limits" | "reservations"> {
  const { limits: most, requests: least } = written.resources ?? {};
  return { ...(most && { limits: amounts(most, on) }), ...(least && { reservations: amounts(least, on) }) };
}

type Written = NonNullable<NonNullable<WrittenService["resources"]>["limits"]>;

function amounts(written: Written, on: Context["on"]): Amounts {
  const cpu = on.exact(written, "cpu");
  const memory = on.exact(written, "memory");
  return { ...(cpu && { cpu }), ...(memory && { memory }) };
}

import { nginx } from "@dpm/print";
import type { RawDirective } from "../model.ts";

/** A directive in the user's own words; `$` is nginx's. */
export function rawDirective({ name, args }: RawDirective): nginx.Statement {
  return nginx.named(name, ...args.map((arg) => nginx.str(arg)));
}

import { map, type Traced } from "@dpm/print";
import type { On } from "./context.ts";

interface Lists {
  readonly dependsOn?: readonly string[] | undefined;
  readonly networks?: readonly string[] | undefined;
  readonly ports?: readonly string[] | undefined;
  readonly volumes?: readonly string[] | undefined;
}

/** The items of a list, each from where the list is written; an empty list is the same as none. */
export function items(holder: Lists, field: keyof Lists, on: On): readonly Traced<string>[] {
  const list = holder[field]?.length === 0 ? on.byDefault(holder, field) : on.exact(holder, field);
  return list ? list.value.map((item) => map(list, () => item)) : [];
}

/** The items as `read` understands them, without those that it does not: a check has refused them. */
export function understood<T>(
  texts: readonly Traced<string>[],
  read: (text: string) => T | undefined,
): readonly Traced<T>[] {
  return texts.flatMap((text) => {
    const found = read(text.value);
    return found === undefined ? [] : [map(text, () => found)];
  });
}

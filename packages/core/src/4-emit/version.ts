/** A version of an engine: numbers compared from the left, missing ones are 0. */
export interface Version {
  readonly text: string;
  readonly numbers: readonly number[];
}

/** Reads `1.22`, `v2.4.0` or a range such as `>=1.24`, which means its minimum; `undefined` when there is no number. */
export function version(text: string): Version | undefined {
  const found = /\d+(?:\.\d+)*/.exec(text)?.[0];
  return found === undefined ? undefined : { text: found, numbers: found.split(".").map(Number) };
}

/** Whether a version is `minimum` or later. */
export function atLeast(one: Version, minimum: string): boolean {
  const wanted = version(minimum)?.numbers ?? [];
  const length = Math.max(one.numbers.length, wanted.length);
  for (let index = 0; index < length; index++) {
    const difference = (one.numbers[index] ?? 0) - (wanted[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

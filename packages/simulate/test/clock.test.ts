import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createClock } from "../src/clock.ts";

test("events come in the order of their times, whatever order they were planned in", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000)), (delays) => {
      const clock = createClock();
      const seen: number[] = [];
      for (const delay of delays) clock.after(delay, () => seen.push(clock.now()));
      expect(clock.play(() => true)).toBe("done");
      expect(seen).toEqual(delays.toSorted((a, b) => a - b));
    }),
  );
});

test("at one moment deadlines come first, then what was planned first", () => {
  const clock = createClock();
  const seen: string[] = [];
  clock.after(5, () => seen.push("first answer"));
  clock.after(5, () => seen.push("second answer"));
  clock.deadline(5, () => seen.push("deadline"));
  clock.play(() => true);
  expect(seen).toEqual(["deadline", "first answer", "second answer"]);
});

test("what was called off does not happen", () => {
  const clock = createClock();
  const seen: string[] = [];
  const timer = clock.after(5, () => seen.push("never"));
  clock.after(4, () => timer.cancel());
  clock.play(() => true);
  expect(seen).toEqual([]);
});

test("it stops when it may not go on, and before time cannot be counted exactly", () => {
  const endless = createClock();
  const again = (): void => void endless.after(1, again);
  again();
  expect(endless.play(() => endless.now() < 100)).toBe("stopped");
  const far = createClock();
  far.after(Number.MAX_SAFE_INTEGER, () => far.after(1, () => {}));
  expect(far.play(() => true)).toBe("too_far");
});

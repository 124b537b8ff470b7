import { map, traced, type Traced } from "@dpm/print";

/** How long a call may take before it counts as slow: never. Resilience4j's own 60 s would open the breaker. */
export const slowCallDuration: Traced<number> = traced(36_500 * 86_400_000_000);

/** A percentage with no more digits than a Java float needs to be the nearest one to it. */
export function nearestFloat(percent: Traced<number>): Traced<number> {
  return map(percent, (value) => {
    const float = Math.fround(value);
    const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((count) => Number(float.toPrecision(count)));
    return digits.find((short) => Math.fround(short) === float) ?? float;
  });
}

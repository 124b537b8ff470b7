import { java, map, type Traced } from "@dpm/print";
import { part, type Part } from "./part.ts";

/** Units from the largest, in microseconds, as Java's Duration and Spring's notation call them. */
const units = [
  { size: 86_400_000_000, java: "ofDays", spring: "d" },
  { size: 3_600_000_000, java: "ofHours", spring: "h" },
  { size: 60_000_000, java: "ofMinutes", spring: "m" },
  { size: 1_000_000, java: "ofSeconds", spring: "s" },
  { size: 1000, java: "ofMillis", spring: "ms" },
] as const;

function unitOf(micros: number): (typeof units)[number] | undefined {
  return micros === 0 ? units[4] : units.find(({ size }) => micros % size === 0);
}

/** `Duration.ofSeconds(2)`, in the largest unit that is exact. */
export function javaDuration(micros: Traced<number>): Part {
  const unit = unitOf(micros.value);
  const count = map(micros, (value) => (unit ? BigInt(value / unit.size) : BigInt(value) * 1000n));
  const number = java.intRefusal(count.value) === undefined ? java.int(count) : java.long(count);
  return part(java.code`Duration.${java.ident(unit?.java ?? "ofNanos")}(${number})`, "java.time.Duration");
}

/** `2s`, in the largest unit that is exact (Spring Boot's DurationStyle). */
export function springDuration(micros: Traced<number>): Traced<string> {
  const unit = unitOf(micros.value);
  return map(micros, (value) => (unit ? `${value / unit.size}${unit.spring}` : `${value}us`));
}

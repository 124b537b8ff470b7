import { java, map, type Traced } from "@dpm/print";
import type { JavaText } from "./part.ts";

const { code } = java;

/** A class file holds at most 65535 bytes of one literal: a longer text is joined of several. */
export function longText(value: Traced<string>): JavaText {
  if (java.refusal(value.value) === undefined) return java.str(value);
  const pieces = value.value.match(/.{1,20000}/gsu) ?? [];
  return code`String.join("", ${java.commas(pieces.map((piece) => java.str(map(value, () => piece))))})`;
}

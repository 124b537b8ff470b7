import { printDuration } from "@dpm/core";
import type { ComponentChange, FidelityLoss, FieldChange, Measures, OwnerChange } from "@dpm/workspace";
import { placeText, type Places } from "../report/places.ts";
import { verdictWords } from "../report/words.ts";

/** Where a side's texts are. */
export interface SidePlaces {
  readonly before: Places;
  readonly after: Places;
}

const measures: readonly (readonly [name: string, text: (measures: Measures) => string])[] = [
  ["worst case", ({ worstCase }) => (worstCase === undefined ? "unbounded" : printDuration(worstCase))],
  ["load on failure", ({ callsPerRequest }) => (callsPerRequest === undefined ? "not known" : `×${callsPerRequest}`)],
  ["breaker opens", ({ opensIn }) => (opensIn === undefined ? "in none played" : `in request ${opensIn}`)],
];

/** `worst case 2 s → 6.3 s`: what differs, or for a component that is new or gone, all of it. */
export function measureTexts({ before, after }: ComponentChange): readonly string[] {
  return measures.flatMap(([name, text]) => {
    if (!before || !after) return [`${name} ${text(after ?? before ?? {})}`];
    const [was, is] = [text(before), text(after)];
    return was === is ? [] : [`${name} ${was} → ${is}`];
  });
}

/** `new`, `removed`, or nothing for what is there on both sides. */
export function presenceOf({ before, after }: { readonly before?: object; readonly after?: object }): string {
  return before && after ? "" : after ? "new" : "removed";
}

/** `3 → 9`. */
export function valueText({ before, after, isBlock }: FieldChange): string {
  if (isBlock) return after ? "new" : "removed";
  const text = (side: FieldChange["after"]): string => (side ? (side.text ?? "default") : "absent");
  return `${text(before)} → ${text(after)}`;
}

/** Where the change stands; what is gone has no place any more. */
export function whereText({ after }: FieldChange, places: SidePlaces): string {
  return after?.span ? placeText(places.after, after.span) : "";
}

/** `ApiGateway → OrderService`. */
export function wayText({ caller, callee }: OwnerChange): string {
  return `${caller ?? "anyone"} → ${callee}`;
}

/** `nginx → resilience4j`. */
export function ownerText({ before, after }: OwnerChange): string {
  return `${before?.target ?? "nobody"} → ${after?.target ?? "nobody"}`;
}

/** `exact → approximated: why`. */
export function lossText({ before, after, reason }: FidelityLoss): string {
  const words = [before, after].flatMap((one) => (one === undefined ? [] : [verdictWords[one]])).join(" → ");
  return reason ? `${words}: ${reason.message}` : words;
}

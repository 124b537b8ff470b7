import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

const most = 512;

/** A value of Consul's metadata has at most 512 characters. */
export const metadataTooLong = rule("metadata-too-long", "service_discovery", ({ registry, metadata }) =>
  registry === "consul" && metadata
    ? Object.entries(metadata)
        .filter(([, value]) => value.length > most)
        .map(([key, { length }]) => kindProblems.metadataTooLong({ key, length, most }).at(spanOf(metadata, key)))
    : [],
);

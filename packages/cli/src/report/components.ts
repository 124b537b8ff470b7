import { documentedIn, type AnyBlock, type Component, type Model } from "@dpm/core";
import { code, paragraphs } from "../markdown.ts";

/** What the model's authors say of its parts in `///` comments; nothing where they say nothing. */
export function componentsSection({ components, blocks }: Model): readonly string[] {
  const parts = [...components.flatMap(component), ...blocks.flatMap((block) => facet(block, "###"))];
  return parts.length > 0 ? ["", "## Components", ...parts] : [];
}

function component({ name, facets }: Component): readonly string[] {
  const told = facets.flatMap((block) => facet(block, "####"));
  return told.length > 0 ? ["", `### ${code(name)}`, ...told] : [];
}

function facet(block: AnyBlock, heading: "###" | "####"): readonly string[] {
  const [own, fields] = documentedIn(block);
  if (own === undefined && fields.length === 0) return [];
  const rows = fields.map(
    ({ path, doc }) =>
      `- ${code(path)}: ${paragraphs(doc)
        .filter((line) => line !== "")
        .join(" ")}`,
  );
  return [
    "",
    `${heading} ${code(heading === "###" ? `${block.kind} ${block.name}` : block.kind)}`,
    ...(own === undefined ? [] : ["", ...paragraphs(own)]),
    ...(rows.length > 0 ? ["", ...rows] : []),
  ];
}

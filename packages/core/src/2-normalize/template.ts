/** A text with parameters: `order:{order_id}` is the text `order:` and the parameter `order_id`. */
export type Template = readonly TemplatePart[];
export type TemplatePart =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "parameter"; readonly name: string };

/** Reads `{name}` as a parameter, `{{` and `}}` as literal braces. */
export function parseTemplate(text: string): Template {
  const parts: TemplatePart[] = [];
  for (const [piece, name] of text.matchAll(/\{\{|\}\}|\{([A-Za-z_][A-Za-z0-9_]*)\}|[^{}]+/g)) {
    if (name !== undefined) {
      parts.push({ kind: "parameter", name });
      continue;
    }
    const plain = piece === "{{" ? "{" : piece === "}}" ? "}" : piece;
    const last = parts.at(-1);
    if (last?.kind === "text") parts[parts.length - 1] = { kind: "text", text: last.text + plain };
    else parts.push({ kind: "text", text: plain });
  }
  return parts;
}

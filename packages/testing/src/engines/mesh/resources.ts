import { isMap, parseAllDocuments } from "yaml";
import type { Document } from "yaml";

/** Text by file name. */
export type Files = Readonly<Record<string, string>>;

/** A resource of Istio or Kubernetes. */
export interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec?: Readonly<Record<string, unknown>>;
}

/** Every resource of some files; throws for a file that is no YAML, and for a document that is no resource. */
export function resourcesOf(files: Files): readonly Resource[] {
  return Object.entries(files).flatMap(([name, text]) =>
    documentsOf(name, text).map((document) => {
      const resource = document.toJS() as Partial<Resource>;
      if (resource.kind === undefined || resource.metadata?.name === undefined)
        throw new Error(`${name}: a document without \`kind\` and \`metadata.name\``);
      return resource as Resource;
    }),
  );
}

/**
 * A file's text with `default` as the namespace of each resource that has none, as `kubectl apply` would put them there.
 * Istio, given files, leaves it empty and then ignores the resource's DestinationRules without a word.
 */
export function withNamespaces(name: string, text: string): string {
  let result = text;
  for (const document of documentsOf(name, text).toReversed()) {
    const metadata = document.get("metadata");
    if (!isMap(metadata) || metadata.has("namespace")) continue;
    const start = metadata.range?.[0] ?? 0;
    const column = start - (text.lastIndexOf("\n", start - 1) + 1);
    const added = metadata.flow === true ? "{ namespace: default, " : `namespace: default\n${" ".repeat(column)}`;
    result = `${result.slice(0, start)}${added}${result.slice(start + (metadata.flow === true ? 1 : 0))}`;
  }
  return result;
}

function documentsOf(name: string, text: string): readonly Document.Parsed[] {
  const documents = parseAllDocuments(text);
  const list = "empty" in documents ? [] : documents;
  const [error] = list.flatMap((document) => document.errors);
  if (error !== undefined) throw new Error(`${name}: ${error.message}`);
  return list.filter((document) => document.contents !== null && document.toJS() !== null);
}

import { compile, type Json } from "@dpm/core";
import { standIn } from "@dpm/testing";
import plugin from "../src/index.ts";

/** What a golden case's `config.json` says. */
export interface Configuration {
  readonly target?: Readonly<Record<string, Json>>;
  readonly neighbours?: readonly Parameters<typeof standIn>[0][];
}

/** The Java classes that come out for a model: path below the source folder, and text. */
export function javaSources(dpm: string, configuration: Configuration = {}): Readonly<Record<string, string>> {
  const root = "src/main/java/";
  const sources = artifacts(dpm, configuration).filter(([path]) => path.startsWith(root));
  return Object.fromEntries(sources.map(([path, text]) => [path.slice(root.length), text]));
}

/** The application.yml that comes out for a model in Spring's style. */
export function settings(dpm: string, configuration: Configuration): string {
  const found = artifacts(dpm, configuration).find(([path]) => path.endsWith("application.yml"));
  if (!found) throw new Error("there is no application.yml");
  return found[1];
}

/** Everything that comes out for a model; a model that is refused is a mistake in the test. */
function artifacts(
  dpm: string,
  { target = {}, neighbours = [] }: Configuration,
): readonly (readonly [path: string, text: string])[] {
  const { version, ...options } = target;
  const others = neighbours.map((one) => ({
    name: one.name,
    plugin: standIn(one),
    ...(one.components && { components: one.components }),
  }));
  const ours = { name: "resilience4j", plugin, options, ...(typeof version === "string" && { version }) };
  const made = compile({ sources: [{ name: "test.dpm", text: dpm }], targets: [...others, ours] });
  const error = made.diagnostics.find((one) => one.severity === "error");
  if (error) throw new Error(`${error.code}: ${error.message}`);
  return made.artifacts.map((one) => [one.path, one.content.text]);
}

/** `com/example/shop/ShopPolicy.java` as `com.example.shop.ShopPolicy`. */
export function classOf(path: string): string {
  return path.replace(/\.java$/, "").replaceAll("/", ".");
}

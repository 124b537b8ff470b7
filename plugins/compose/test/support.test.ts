import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { support } from "../src/support.ts";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

/** `deploy_docker_compose Shop.services[0].environment.MODE · compose · exact` as `services.environment exact`. */
function cell(line: string): string {
  const [path = "", , verdict = ""] = line.split(" · ");
  const [, , ...fields] = path.replace(/\[[^\]]*\]/g, "").split(/[ .]/);
  const place = fields.indexOf("environment");
  const names = place < 0 ? fields : fields.slice(0, place + 1);
  // A service that is only named is reported as the name that it is.
  return `${names.join(".") === "services" ? "services.name" : names.join(".")} ${verdict}`;
}

function declared(tree: object, path: readonly string[]): readonly string[] {
  if (Array.isArray(tree)) return tree.map((verdict) => `${path.join(".")} ${String(verdict)}`);
  return Object.entries(tree).flatMap(([name, inner]) =>
    declared(inner as object, [...path, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
  );
}

test("every verdict that may occur for a field occurs in a golden case, and no other", () => {
  const reports = readdirSync(fixtures).map((name) => `${fixtures}${name}/report.txt`);
  const seen = reports
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, "utf8").split("\n"))
    .filter((line) => line !== "")
    .map(cell);
  expect([...new Set(seen)].toSorted()).toEqual(declared(support.deploy_docker_compose?.fields ?? {}, []).toSorted());
});

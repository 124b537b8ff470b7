import { print, xml, type Printed } from "@dpm/print";
import type { Project } from "../model.ts";

const springBoot = "3.5.16";
const junit = "5.13.4";
/** Maven 3.8 would take plugins that know neither `release` nor JUnit 5. */
const plugins = { "maven-compiler-plugin": "3.14.1", "maven-surefire-plugin": "3.5.4" };

/** A pom that the folder builds with as it is; written once, then the user's. */
export function pom({ style, group, version }: Project): Printed {
  const el = (name: string, value: string): xml.Node => xml.element(name, {}, xml.text(value));
  const isSpring = style === "spring";
  const modules = isSpring
    ? ["resilience4j-spring-boot3"]
    : ["resilience4j-bulkhead", "resilience4j-circuitbreaker", "resilience4j-retry"];
  const resilience4j = modules.map((artifact) =>
    dependency({ group: "io.github.resilience4j", artifact, version: "${resilience4j.version}" }),
  );
  const project = xml.element("project", { xmlns: "http://maven.apache.org/POM/4.0.0" }, [
    el("modelVersion", "4.0.0"),
    el("groupId", group),
    el("artifactId", "policies"),
    el("version", "0.1.0-SNAPSHOT"),
    xml.element("properties", {}, [
      el("maven.compiler.release", "17"),
      el("project.build.sourceEncoding", "UTF-8"),
      el("resilience4j.version", version),
    ]),
    isSpring &&
      xml.element("dependencyManagement", {}, [
        xml.element("dependencies", {}, [
          dependency({
            group: "org.springframework.boot",
            artifact: "spring-boot-dependencies",
            version: springBoot,
            type: "pom",
            scope: "import",
          }),
        ]),
      ]),
    xml.element("dependencies", {}, [
      isSpring && dependency({ group: "org.springframework.boot", artifact: "spring-boot-starter" }),
      ...resilience4j,
      dependency({
        group: "org.junit.jupiter",
        artifact: "junit-jupiter",
        ...(!isSpring && { version: junit }),
        scope: "test",
      }),
    ]),
    xml.element("build", {}, [
      xml.element(
        "plugins",
        {},
        Object.entries(plugins).map(([artifact, pinned]) =>
          xml.element("plugin", {}, [el("artifactId", artifact), el("version", pinned)]),
        ),
      ),
    ]),
  ]);
  return print(xml.doc(project));
}

interface Dependency {
  readonly group: string;
  readonly artifact: string;
  readonly version?: string;
  readonly type?: string;
  readonly scope?: string;
}

function dependency({ group, artifact, version, type, scope }: Dependency): xml.Node {
  const child = (name: string, value: string | undefined) =>
    value !== undefined && xml.element(name, {}, xml.text(value));
  return xml.element("dependency", {}, [
    child("groupId", group),
    child("artifactId", artifact),
    child("version", version),
    child("type", type),
    child("scope", scope),
  ]);
}

import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Engine, Workbench } from "./engine.ts";

const JDK_AND_MAVEN = "apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven";

/** The plugin by its full name: Maven would otherwise ask its repository for the newest. */
const COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";

/** Sets of jars from Maven, each in a folder of its own, and one JVM's worth of program that compiles and runs against them. */
export const jvm: Engine = {
  name: "jvm",
  version: "17",
  recipe: ["jvm.ts", "jvm"],
  needs: [
    { probe: ["javac", "--release", "17", "-version"], install: JDK_AND_MAVEN },
    { probe: ["mvn", "-version"], install: JDK_AND_MAVEN },
  ],
  async install(bench) {
    const { into, cache, recipes, run } = bench;
    const sets = join(into, "sets");
    const repository = `-Dmaven.repo.local=${join(cache, "maven-repository")}`;
    const pom = join(recipes, "jvm", "pom.xml");
    await run("mvn", ["-B", "-q", "--strict-checksums", repository, `-Ddpm.into=${sets}`, "-f", pom, COPY]);
    await compile(bench, "runner", "runner-classes");
    await compile(bench, "spring-boot-3", "spring-boot-3-bind");
    return { paths: { sets: "sets", runner: "sets/runner-classes" } };
  },
};

/** Compiles the Java files beside a set's pom against the set's jars, into a folder beside them. */
async function compile({ into, recipes, run }: Workbench, set: string, to: string): Promise<void> {
  const folder = join(recipes, "jvm", set);
  const sources = (await readdir(folder)).filter((name) => name.endsWith(".java")).map((name) => join(folder, name));
  const classes = join(into, "sets", to);
  await mkdir(classes);
  const classPath = join(into, "sets", set, "*");
  await run("javac", [
    "-Xlint:all",
    "-Werror",
    "--release",
    "17",
    "-encoding",
    "UTF-8",
    "-cp",
    classPath,
    "-d",
    classes,
    ...sources,
  ]);
}

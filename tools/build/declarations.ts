/** The types of a package, by tsc; only what a public entry reaches is kept. */
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { root, type Package } from "../packages.ts";
import { run } from "../program.ts";
import { entryFiles, isDeclared } from "./entries.ts";

/** Other packages are read by their built types, as a user's compiler will: they must be built before. */
export async function declare(built: Package, dist: string): Promise<void> {
  const config = join(root, built.folder, "tsconfig.build.tmp.json");
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(root, "tsconfig.base.json"),
      compilerOptions: {
        customConditions: [],
        declaration: true,
        emitDeclarationOnly: true,
        rootDir: "src",
        outDir: "dist",
      },
      include: ["src/**/*.ts"],
    }),
  );
  try {
    const { code, output } = await run("tsc", ["--project", config]);
    if (code !== 0) throw new Error(`the types of ${built.folder} were not built\n${output}`);
  } finally {
    rmSync(config, { force: true });
  }
  lead(built, dist);
  prune(built, dist);
}

/** Where an entry has another name than its source, its types lead to those of the source. */
function lead(built: Package, dist: string): void {
  for (const [name, source] of Object.entries(entryFiles(built))) {
    const entry = join(dist, `${name}.d.ts`);
    const declared = source.replace(/^\.\/src\//, "").replace(/\.ts$/, ".js");
    if (declared !== `${name}.js`) writeFileSync(entry, `export * from "./${declared}";\n`);
  }
}

/** Inner types may name a third party that is bundled away; a public one may not, nobody could resolve it. */
function prune(built: Package, dist: string): void {
  const kept = new Set<string>();
  const visit = (file: string): void => {
    if (kept.has(file)) return;
    kept.add(file);
    for (const id of imports(file)) {
      if (id.startsWith(".")) visit(declarationOf(file, id));
      else if (!isDeclared(built, id) && !id.startsWith("node:"))
        throw new Error(`${file} shows users a type of ${id}, which is not installed`);
    }
  };
  for (const name of Object.keys(entryFiles(built))) visit(join(dist, `${name}.d.ts`));
  for (const file of globSync(join(dist, "**/*.d.ts"))) {
    if (kept.has(file)) writeFileSync(file, withPublishedImports(readFileSync(file, "utf8")));
    else rmSync(file);
  }
}

/** Comments and strings as wholes, so that their text is never taken for code; a specifier is a string after its keyword. */
const token =
  /\/\*[\s\S]*?\*\/|\/\/.*|(?<keyword>\bfrom\s*|\bimport\s*\(?\s*)?(?<quoted>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`)/g;

function imports(file: string): readonly string[] {
  const tokens = [...readFileSync(file, "utf8").matchAll(token)].map(({ groups }) => groups ?? {});
  return tokens.flatMap(({ keyword, quoted }) => (keyword && quoted ? [quoted.slice(1, -1)] : []));
}

/** tsc leaves `.ts` in declarations; what is published beside them ends in `.js`. */
function withPublishedImports(text: string): string {
  return text.replace(token, (whole, keyword: string | undefined, quoted: string | undefined) =>
    keyword && quoted?.startsWith('".') ? keyword + quoted.replace(/\.ts"$/, '.js"') : whole,
  );
}

function declarationOf(from: string, id: string): string {
  const file = resolve(dirname(from), id.replace(/\.(?:js|ts)$/, ".d.ts"));
  if (!existsSync(file)) throw new Error(`${from} imports ${id}, which has no types`);
  return file;
}

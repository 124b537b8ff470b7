// Runs before a package is packed, in its folder: pnpm packs a package without dist and says nothing.
import { existsSync, readFileSync } from "node:fs";

const { name, publishConfig } = JSON.parse(readFileSync("package.json", "utf8"));
const promised = [
  ...Object.values(publishConfig?.exports ?? {}).flatMap((entry) =>
    typeof entry === "string" ? entry : Object.values(entry),
  ),
  ...Object.values(publishConfig?.bin ?? {}),
];
const missing = promised.filter((file) => !existsSync(file));

if (promised.length === 0 || missing.length > 0) {
  process.stderr.write(
    `${name} cannot be packed: ${missing.length > 0 ? `${missing.join(", ")} not built` : "publishConfig.exports is missing"}.\n` +
      "help: run `npm run tarballs` in the repository's root, it builds and packs every package\n",
  );
  process.exitCode = 1;
}

/** `npm run build`: what is published, in each package's dist. Development needs no build. */
import { buildAll } from "./build/build-all.ts";

await buildAll();

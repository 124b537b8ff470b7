/** `node compile.ts`: compiles a text in memory, touches no file, and prints every artifact's path and text. */
import { compile } from "@dpm/core";
import nginx from "@dpm/plugin-nginx";

const text = `load_balancer Shop {
  servers: [{ host: "10.0.0.1", port: 8080 }, { host: "10.0.0.2", port: 8080 }]
}
`;
const { artifacts, diagnostics } = compile({
  sources: [{ name: "shop.dpm", text }],
  targets: [{ name: "nginx", plugin: nginx }],
});
for (const { severity, code, message } of diagnostics) console.error(`${severity} ${code}: ${message}`);
for (const { path, content } of artifacts) console.log(`--- ${path}\n${content.text}`);
process.exitCode = diagnostics.some(({ severity }) => severity === "error") ? 1 : 0;

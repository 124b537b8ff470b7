import { block, definePlugin, string } from "@dpm/core";

const greeting = block("greeting", "Says something.", { text: string() });

export default definePlugin({ name: "two", apiVersion: 1, kinds: [greeting] });

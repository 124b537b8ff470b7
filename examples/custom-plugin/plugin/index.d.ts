import type { Plugin } from "@dpm/core";

declare module "@dpm/core" {
  interface BlockKinds {
    greeting: {
      readonly kind: "greeting";
      readonly name: string;
      readonly text: string;
      readonly times: number;
      readonly loud: boolean;
    };
  }
}

declare const plugin: Plugin;
export default plugin;

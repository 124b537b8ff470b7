import { definePlugin } from "@dpm/core";

export default definePlugin({
  name: "thrower",
  apiVersion: 1,
  emit: () => {
    throw new Error("the disk of the author is full");
  },
});

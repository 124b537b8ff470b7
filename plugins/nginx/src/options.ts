import { list, oneOf, string } from "@dpm/core";

/** What `.dpmrc` may say below `targets.nginx`, beside `version`. */
export const options = {
  edition: oneOf({ oss: "Open-source nginx.", plus: "NGINX Plus: active health checks." })
    .default("oss")
    .doc("Which nginx runs."),
  resolver: list(string({ pattern: "[0-9A-Za-z.:\\[\\]-]+", expected: "an address" }), { min: 1 })
    .optional()
    .doc(
      "Name servers that resolve upstream names while nginx runs; needs 1.27.3. Without it names are resolved once, at start.",
    ),
};

export interface Options {
  readonly edition: "oss" | "plus";
  readonly resolver?: readonly string[] | undefined;
}

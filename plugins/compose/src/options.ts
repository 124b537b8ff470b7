import { record, string } from "@dpm/core";

/** What `.dpmrc` may say below `targets.compose`, beside `version`. */
export const options = {
  images: record(string()).optional().doc("Images for services that name none, before dpm's own catalogue."),
};

export interface Options {
  readonly images?: Readonly<Record<string, string>> | undefined;
}

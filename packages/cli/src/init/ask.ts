import { cancel, intro, isCancel, multiselect, text } from "@clack/prompts";
import { isInstalled } from "./plugins.ts";
import { isName } from "./name.ts";
import type { Start } from "./starter.ts";
import { ownTargets } from "./targets.gen.ts";

/** Asks for what the options do not say. `undefined` when the user gives up. */
export async function ask(flags: Partial<Start>, folder: string): Promise<Start | undefined> {
  intro("A first model");
  const name =
    flags.name ??
    (await text({
      message: "What is the first service called?",
      initialValue: "OrderService",
      validate: (value) =>
        isName(value ?? "") ? undefined : "Letters, digits, `_`, `-` and `.`, beginning with a letter.",
    }));
  if (isCancel(name)) return abandoned();
  const targets =
    flags.targets ??
    (await multiselect({
      message: "What should be generated?",
      options: ownTargets.map(({ name: value, gives }) => ({
        value,
        label: value,
        hint: isInstalled(value, folder) ? gives : `${gives}; to be installed`,
      })),
      initialValues: ownTargets.map((one) => one.name).filter((one) => isInstalled(one, folder)),
    }));
  return isCancel(targets) ? abandoned() : { name, targets };
}

function abandoned(): undefined {
  cancel("Nothing was written.");
  return undefined;
}

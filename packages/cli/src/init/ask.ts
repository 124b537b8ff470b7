import { cancel, intro, isCancel, multiselect, text } from "@clack/prompts";
import { words } from "../language.ts";
import { isInstalled } from "./plugins.ts";
import { isName } from "./name.ts";
import type { Start } from "./starter.ts";
import { ownTargets } from "./targets.gen.ts";

/** Asks for what the options do not say. `undefined` when the user gives up. */
export async function ask(flags: Partial<Start>, folder: string): Promise<Start | undefined> {
  intro(words.aFirstModel());
  const name =
    flags.name ??
    (await text({
      message: words.askName(),
      initialValue: "OrderService",
      validate: (value) => (isName(value ?? "") ? undefined : words.nameRule()),
    }));
  if (isCancel(name)) return abandoned();
  const targets =
    flags.targets ??
    (await multiselect({
      message: words.askTargets(),
      options: ownTargets.map(({ name: value, gives }) => ({
        value,
        label: value,
        hint: isInstalled(value, folder) ? gives : words.toBeInstalled({ gives }),
      })),
      initialValues: ownTargets.map((one) => one.name).filter((one) => isInstalled(one, folder)),
    }));
  return isCancel(targets) ? abandoned() : { name, targets };
}

function abandoned(): undefined {
  cancel(words.nothingWritten());
  return undefined;
}

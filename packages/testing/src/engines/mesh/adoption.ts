import type { Discovery } from "./discovery.ts";
import type { RunningProxy } from "./proxy.ts";

/** How long a refusal of routes must stand while the new ones are still awaited: until then it may be one of former files. */
const PATIENCE_MS = 2_000;

/**
 * Waits until a proxy uses a generation of the files. Throws with Envoy's words when it refuses what Istio made of them,
 * and with Istio's when `unread` says that Istio did not read them.
 */
export async function adoption(
  { entrance, until, isUsing }: RunningProxy,
  generation: number,
  { answersOf, unread }: Pick<Discovery, "answersOf"> & { readonly unread: () => string | undefined },
): Promise<void> {
  const started = performance.now();
  await until(`proxy \`${entrance.name}\` uses the files`, async () => {
    const reason = unread();
    if (reason !== undefined) throw new Error(`Istio refuses the files:\n${reason}`);
    const isUsed = await isUsing(generation);
    const { isComplete, refusals } = await answersOf(entrance);
    const isSure = isUsed ? isComplete : performance.now() - started > PATIENCE_MS;
    if (isSure && refusals.length > 0)
      throw new Error(`Envoy refuses what Istio made of the files:\n${refusals.join("\n")}`);
    return isUsed && isComplete ? true : undefined;
  });
}

import { wordsOf, type DeployDockerCompose } from "@dpm/core";

export type Block = DeployDockerCompose;
export type WrittenService = Block["services"][number];

/** A service of the project: all places that speak of it. */
export interface Deployed {
  readonly name: string;
  /** What describes it; every other place only names it. */
  readonly written: WrittenService;
  readonly places: readonly { readonly block: Block; readonly written: WrittenService }[];
  /** The blocks of which it is the component's own service: their variables, mounts and generated files are its. */
  readonly owners: readonly Block[];
}

/** The services of all blocks, in the order in which they are first named. A service that several blocks name is one. */
export function deployed(blocks: readonly Block[]): readonly Deployed[] {
  const named = blocks.flatMap((block) => block.services.map((written) => ({ block, written })));
  return [...Map.groupBy(named, ({ written }) => written.name)].flatMap(([name, places]) => {
    const [first] = places;
    if (!first) return [];
    const written = places.map((place) => place.written).find(isDescribed) ?? first.written;
    const owners = places.filter((place) => ownService(place.block) === place.written).map(({ block }) => block);
    return [{ name, written, places, owners }];
  });
}

/** The service of the component's name: exactly that, else of the same words. */
export function ownService({ name, services }: Block): WrittenService | undefined {
  return services.find((one) => one.name === name) ?? services.find((one) => wordsOf(one.name) === wordsOf(name));
}

/** Whether more than its name is said of a service. */
export function isDescribed(written: WrittenService): boolean {
  return Object.keys(written).some((key) => key !== "name");
}

/** A plugin as an installed package: it writes a file for each component, and one that an option names; `more` is code. */
export function fakePlugin(name: string, more = ""): Readonly<Record<string, string>> {
  const home = `node_modules/@dpm/plugin-${name}`;
  return {
    [`${home}/package.json`]: '{ "type": "module", "exports": "./index.js" }',
    [`${home}/index.js`]: source(name, more),
  };
}

const source = (name: string, more: string): string => `
const file = (path, text) => ({ path, mode: "generated", content: { text, marks: [] } });
export default {
  name: "${name}",
  apiVersion: 1,
  engines: { "${name}": "1.0" },
  options: { extra: { spec: { of: { type: "string" }, presence: "optional" } } },
  support: {},
  emit: ({ model, target }) => ({
    artifacts: [
      ...model.components.map((one) => file(one.serviceName + ".conf", one.name + " " + one.facets.flatMap((facet) => facet.servers ?? []).map((server) => server.host) + "\\n")),
      ...(target.options.extra ? [file(target.options.extra, "extra\\n")] : []),
    ],
  }),
  ${more}
};
`;

/** A plugin as an installed package: it writes a file for each component, and one that an option names. */
export function fakePlugin(name: string): Readonly<Record<string, string>> {
  const home = `node_modules/@dpm/plugin-${name}`;
  return {
    [`${home}/package.json`]: '{ "type": "module", "exports": "./index.js" }',
    [`${home}/index.js`]: source(name),
  };
}

const source = (name: string): string => `
const file = (path, text) => ({ path, mode: "generated", content: { text, marks: [] } });
export default {
  name: "${name}",
  apiVersion: 1,
  engines: { "${name}": "1.0" },
  options: { extra: { spec: { of: { type: "string" }, presence: "optional" } } },
  support: {},
  emit: ({ model, target }) => ({
    artifacts: [
      ...model.components.map((one) => file(one.serviceName + ".conf", one.name + " " + JSON.stringify(one.facets) + "\\n")),
      ...(target.options.extra ? [file(target.options.extra, "extra\\n")] : []),
    ],
  }),
};
`;

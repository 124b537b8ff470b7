// Made by tools/generate.ts of the plugins' package.json: change those, then run it again.

/** dpm's own targets, and what each gives. */
export const ownTargets: readonly { readonly name: string; readonly gives: string }[] = [
  { name: "compose", gives: "Docker Compose files" },
  { name: "istio", gives: "Istio traffic rules" },
  { name: "nginx", gives: "nginx configuration" },
  { name: "resilience4j", gives: "Resilience4j policies in Java and Spring Boot settings" },
];

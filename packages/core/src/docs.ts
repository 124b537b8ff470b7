export { fieldsOfKind, freeName, innermost, spelled, type KindField } from "./docs/fields.ts";
export { aliasTexts, limitsText, literalText, typeText, unitText, unwrittenText } from "./docs/field-text.ts";
export { indexPage } from "./docs/index-page.ts";
export { kindPage, verdictTexts, type PageContext } from "./docs/kind-page.ts";
export { supportOfKind, verdictsOf, type PossibleVerdict } from "./docs/support.ts";
export { english, say, type Words } from "./docs/words.ts";
export { modelSchema, type SchemaContext } from "./docs/model-schema.ts";
export type { Schema } from "./docs/type-schema.ts";

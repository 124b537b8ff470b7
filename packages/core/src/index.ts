export { compile, type Compilation } from "./compile.ts";
export type { CompileInput, TargetInput } from "./plugin/compile-input.ts";
export { apiVersion, definePlugin, type Plugin, type PluginDefinition } from "./plugin/define-plugin.ts";
export type { Emission, EmitContext, Target, ValidateContext } from "./plugin/contexts.ts";
export type { Hooks, LineHook } from "./plugin/hooks.ts";
export { atLeast, version, type Version } from "./4-emit/version.ts";
export { block, type BlockKind } from "./fields/block.ts";
export {
  boolean,
  cpu,
  duration,
  integer,
  isSupplied,
  json,
  list,
  number,
  object,
  objectSpec,
  oneOf,
  partial,
  port,
  rate,
  ratio,
  record,
  reference,
  size,
  string,
  suppliable,
  variant,
  type Field,
  type Infer,
  type Json,
  type Rate,
  type Supplied,
} from "./fields/field.ts";
export type { FieldSpec, ObjectSpec, TypeSpec } from "./fields/spec.ts";
export { blockKinds, type BlockKinds } from "./blocks/index.gen.ts";
export {
  defineDiagnostics,
  type Catalogue,
  type CatalogueEntry,
  type Diagnostics,
  type Placement,
  type Problem,
} from "./diagnostics/define.ts";
export { importsOf } from "./1-parse/imports.ts";
export { phrases } from "./diagnostics/catalogue/phrases.ts";
export { definePhrases, phrase, spoken, type Phrases, type Words } from "./diagnostics/phrases.ts";
export { localize, speaking } from "./diagnostics/localize.ts";
export {
  quotations,
  translations,
  type PhraseTranslation,
  type Translation,
  type Translations,
} from "./diagnostics/translation.ts";
export type { Diagnostic, Fix, Param, Params, Phrase, Reason, Severity } from "./diagnostics/diagnostic.ts";
export { catalogue } from "./diagnostics/catalogue/index.ts";
export { bugs } from "./diagnostics/catalogue/plugins.ts";
export { sortDiagnostics } from "./diagnostics/sort.ts";
export { suggest } from "./diagnostics/suggest.ts";
export { renderText } from "./diagnostics/text.ts";
export { columnsOf } from "./diagnostics/display.ts";
export { toJson } from "./diagnostics/json.ts";
export { toGithub, type GithubOptions } from "./diagnostics/github.ts";
export { toSarif, type CodeText, type SarifOptions } from "./diagnostics/sarif.ts";
export { findingOf, keyOf, type Finding } from "./diagnostics/fingerprint.ts";
export { indexLines, type LineIndex, type Position } from "./source/position.ts";
export type { SourceFile, Span } from "./source/source-file.ts";
export type {
  BlockNode,
  Document,
  FieldNode,
  ListNode,
  Name,
  ObjectNode,
  StringNode,
  ValueNode,
  WordNode,
} from "./1-parse/syntax.ts";
export { fieldPaths } from "./1-parse/field-paths.ts";
export { createParser } from "./1-parse/parse.ts";
export { createSyntaxReader, type Syntax, type SyntaxToken, type SyntaxTokenType } from "./1-parse/syntax-tokens.ts";
export {
  componentOf,
  concerns,
  edgesFrom,
  edgesTo,
  facet,
  facets,
  type AnyBlock,
  type Component,
  type Concern,
  type Edge,
  type EdgeLayer,
  type KindName,
  type Layer,
  type Model,
  type Owner,
} from "./2-normalize/model.ts";
export { documentedIn, type DocumentedField } from "./2-normalize/documented.ts";
export { docOf, keySpanOf, originOf, spanOf, take, written, type Origin } from "./2-normalize/origin.ts";
export {
  pauses,
  policyOf,
  type BreakerPolicy,
  type FallbackPolicy,
  type Policy,
  type RetryPolicy,
  type Trip,
} from "./2-normalize/policy.ts";
export { worstCaseOf } from "./2-normalize/worst-case.ts";
export { leavesOf, type Leaf } from "./2-normalize/leaves.ts";
export { ejectionOf, type Ejection } from "./2-normalize/ejection.ts";
export { registeredPort } from "./2-normalize/registered-port.ts";
export { parseTemplate, type Template, type TemplatePart } from "./2-normalize/template.ts";
export {
  breakerStates,
  parseCondition,
  type Comparison,
  type Condition,
  type Operand,
  type Operator,
} from "./2-normalize/condition.ts";
export { levelsOf, type Level } from "./2-normalize/levels.ts";
export { experimentsOf, type Experiment } from "./2-normalize/experiments.ts";
export { decided } from "./2-normalize/decided.ts";
export type { FaultTolerance } from "./blocks/fault_tolerance.ts";
export type { LoadBalancer } from "./blocks/load_balancer.ts";
export type { DeployDockerCompose } from "./blocks/deploy_docker_compose.ts";
export type { Deadlines } from "./2-normalize/deadlines.ts";
export { serviceNameOf, wordsOf } from "./2-normalize/names.ts";
export { fromJson } from "./2-normalize/read/from-json.ts";
export { readObject } from "./2-normalize/read/read-object.ts";
export { parseDuration, printDuration, sourceDuration } from "./2-normalize/units/duration.ts";
export { instancesOf } from "./3-validate/instances.ts";
export { rules } from "./3-validate/rules/index.gen.ts";
export type { Rule } from "./3-validate/rule.ts";
export type { Artifact, Mount, TargetArtifact } from "./4-emit/artifact.ts";
export { rawOf, type Raw } from "./2-normalize/raw.ts";
export { overlayRaw, rawNode, type WithRaw } from "./4-emit/raw-node.ts";
export { localizeReport } from "./4-emit/localize-report.ts";
export type { Ledger } from "./4-emit/ledger.ts";
export type { FieldReport, RawReport, Report, Summary, TargetVerdict } from "./4-emit/report.ts";
export type { KindSupport, Possible, Support, SupportTree } from "./4-emit/support.ts";
export { verdictNames, type Strict, type Verdict, type VerdictName } from "./4-emit/verdict.ts";

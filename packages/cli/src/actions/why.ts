import { InvalidArgumentError } from "commander";
import { marksOfLine } from "@dpm/print";
import { localize, type Origin } from "@dpm/core";
import { translations } from "../language.ts";
import { problems } from "../diagnostics.ts";
import type { ModelOptions } from "../options.ts";
import { asked, refuse, soundModel } from "../project.ts";
import { places } from "../report/places.ts";
import { show } from "../show.ts";
import { print, printJson } from "../terminal/output.ts";
import { findOutput } from "../why/find-output.ts";
import { jsonOf, segmentsOf, textOf } from "../why/segments.ts";

/** Computes the files again and shows where one line of them comes from. */
export async function why(place: string, options: ModelOptions): Promise<void> {
  const { format } = options;
  const [, file, digits] = /^(.+?):(\d{1,9})(?::\d+)?$/.exec(place) ?? [];
  if (file === undefined) throw new InvalidArgumentError(`error: '${place}' is no place, <file>:<line> was expected`);
  const line = Number(digits);
  const found = await soundModel(asked([], options), format);
  if (!found) return;
  const { compilation, project, sources } = found;
  const output = findOutput(file, compilation.artifacts, project);
  if ("code" in output) return refuse(output, format);
  const { artifact, name, isCurrent } = output;
  const lines = artifact.content.text.split("\n").slice(0, -1);
  const text = lines[line - 1];
  if (text === undefined)
    return refuse(problems.noLine({ path: name, count: lines.length, line }).at(undefined), format);
  const marks = marksOfLine(artifact.content, line) as readonly {
    readonly text: string;
    readonly origins: readonly Origin[];
  }[];
  const segments = segmentsOf(marks, artifact.target, compilation.report);
  const placeOf = places(sources);
  if (!isCurrent) show([localize(problems.notAsGenerated({ path: name }).at(undefined), translations)], []);
  if (format === "json")
    return printJson({ file: name, line, text, target: artifact.target, segments: jsonOf(segments, placeOf) });
  print(textOf({ name, line, text, target: artifact.target }, segments, placeOf));
}

import { spanOf, type Diagnostic } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { parseBuild } from "../forms/folder.ts";
import { isImage } from "../forms/image.ts";
import type { Options } from "../options.ts";
import type { WrittenService } from "../services.ts";
import { unprintable } from "./texts.ts";

/** What a service runs can be pulled or built. */
export function imageAndBuild(written: WrittenService, { root }: Options): readonly Diagnostic[] {
  const { image, build } = written;
  return [
    ...(image === undefined || isImage(image) ? [] : [problems.badImage({ image }).at(spanOf(written, "image"))]),
    ...(build === undefined ? [] : unprintable(build, spanOf(written, "build"))),
    ...(build === undefined || parseBuild(build, root) !== undefined
      ? []
      : [problems.badBuild({ build }).at(spanOf(written, "build"))]),
  ];
}

/** The configured images can be pulled. */
export function configuredImages({ images = {} }: Options): readonly Diagnostic[] {
  return Object.entries(images).flatMap(([name, image]) =>
    isImage(image) ? [] : [problems.badImage({ image }).at(spanOf(images, name))],
  );
}

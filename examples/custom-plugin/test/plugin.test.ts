import { diagnosticPages, golden, goldenExample } from "@dpm/testing";
import plugin from "../plugin/index.js";

goldenExample(new URL("../", import.meta.url));
golden(plugin, new URL("../plugin/fixtures/", import.meta.url));
diagnosticPages(plugin, new URL("../plugin/diagnostics/", import.meta.url));

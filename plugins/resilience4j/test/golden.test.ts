import { diagnosticPages, everyVerdict, golden } from "@dpm/testing";
import plugin from "../src/index.ts";

golden(plugin, new URL("../fixtures/", import.meta.url));
everyVerdict(plugin, new URL("../fixtures/", import.meta.url));
diagnosticPages(plugin, new URL("../diagnostics/", import.meta.url));

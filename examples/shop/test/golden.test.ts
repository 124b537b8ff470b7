import { goldenExample } from "@dpm/testing";

goldenExample(new URL("../", import.meta.url));

#!/usr/bin/env node
// The sources are TypeScript; tsx strips the types as they load, so a checkout runs without a build.
import { register } from "tsx/esm/api";

register();
const { main } = await import("../src/main.ts");
process.exitCode = await main(process.argv.slice(2));

#!/usr/bin/env node
// Starts the built program. The build is made by `npm ci` (script "prepare") or `npm run build`.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = new URL("../dist/server/main.js", import.meta.url);
if (existsSync(fileURLToPath(built))) {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.stderr.write("pactline: the program is not built yet; run `npm run build` in the project's folder first.\n");
  process.exitCode = 1;
}

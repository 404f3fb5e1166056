#!/usr/bin/env node
/** All benchmarks one after the other; each also runs alone and says in its head what it measures and what it needs. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

let worst = 0;
for (const name of ["reading", "seams", "acceptance", "undertakings", "redline", "topics", "matching", "pages"]) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`${name}.mjs`, import.meta.url))], { stdio: "inherit" });
  worst = Math.max(worst, status ?? 1);
}
process.exitCode = worst;

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import { taken } from "../../server/engine.ts";

test("the engine knows what it is set to, and says nothing of it", () => {
  const run = spawnSync(process.execPath, [join(PROJECT_ROOT, "bin/pactline.js"), "snapshot", "-", "--date", "2024-05-01"], { input: "They will meet.\n", encoding: "utf8" });
  expect(run).toMatchObject({ status: 0, stderr: "" });
  expect(run.stdout).toMatch(/^They will meet\n\npublished +2024-05-01/);
});

test("an engine is told only what its version is known to take", () => {
  const hints = ["--no-regexp-tier-up", "--interrupt-budget=400000", "--heap-growing-percent=60"] as const;
  expect(taken(hints, "11.3.244.8-node.38")).toEqual(hints);
  expect(taken(hints, "12.4.254.21-node.33")).toEqual(["--no-regexp-tier-up", "--heap-growing-percent=60"]);
  expect(taken(hints, "14.1.146.11-node.14")).toEqual([]);
});

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";

test("the engine knows what it is set to, and says nothing of it", () => {
  const run = spawnSync(process.execPath, [join(PROJECT_ROOT, "bin/pactline.js"), "snapshot", "-", "--date", "2024-05-01"], { input: "They will meet.\n", encoding: "utf8" });
  expect(run).toMatchObject({ status: 0, stderr: "" });
  expect(run.stdout).toMatch(/^They will meet\n\npublished +2024-05-01/);
});

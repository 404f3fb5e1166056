/**
 * A reporter that says the outcome in one last line, `N passed, N failed` (and skipped ones), for people and
 * machines that read only that line.
 */
import type { Reporter } from "vitest/node";

/** A file that cannot even be loaded counts as one failed test. */
export function closingLine(): Reporter {
  return {
    onTestRunEnd(modules, errors) {
      let passed = 0;
      let failed = errors.length;
      let skipped = 0;
      for (const module of modules) {
        if (module.errors().length > 0) failed += 1;
        for (const test of module.children.allTests()) {
          const { state } = test.result();
          if (state === "passed") passed += 1;
          else if (state === "failed") failed += 1;
          else skipped += 1;
        }
      }
      process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
    },
  };
}

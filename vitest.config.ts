import { defineConfig } from "vitest/config";
import { closingLine } from "./tests/closing-line.ts";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/chance.ts"],
    pool: "threads",
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ["default", closingLine()],
  },
});

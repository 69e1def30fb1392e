// The tests that need nothing but Node; test:office and test:browser have configurations of
// their own.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/office/**", "test/browser/**"],
    setupFiles: ["test/seed.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ["default", "./test/closing-line.ts"],
    coverage: {
      include: ["src/**/*.ts"],
      // The front door is glue: its verbs are run whole, in process and spawned.
      exclude: ["src/cli/**", "src/main.ts"],
      thresholds: { lines: 95, branches: 95 },
    },
  },
});

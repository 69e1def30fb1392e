// The tests that need nothing but Node; test:office and test:browser have their own folders.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/office/**", "test/browser/**"],
    testTimeout: 60_000,
  },
});

// The tests that need a real LibreOffice.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/office/**/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    reporters: ["default", "./test/closing-line.ts"],
  },
});

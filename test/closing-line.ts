// Ends a run with one plain line that any reader of a log finds: `N passed, N failed`.
import type { Reporter, TestModule } from "vitest/node";

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
      if (module.errors().length > 0) counts.failed += 1;
    }
    const skipped = counts.skipped > 0 ? `, ${String(counts.skipped)} skipped` : "";
    process.stdout.write(`\n${String(counts.passed)} passed, ${String(counts.failed)} failed${skipped}\n`);
  }
}

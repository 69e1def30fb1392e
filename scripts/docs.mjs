// Writes the reference pages: `npm run docs`
import { build } from "esbuild";
import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bundle = join(root, "node_modules", ".cache", "reference.mjs");
await build({
  entryPoints: [join(root, "scripts", "reference.ts")],
  outfile: bundle,
  bundle: true,
  format: "esm",
  platform: "node",
  // Verbs are named, never run: their own imports stay out.
  plugins: [
    {
      name: "no-verbs",
      setup: (it) => void it.onResolve({ filter: /\/verbs\// }, () => ({ external: true })),
    },
  ],
  logLevel: "warning",
});
const { referencePages } = await import(pathToFileURL(bundle).href);
for (const [path, text] of Object.entries(referencePages())) writeFileSync(join(root, path), text);
rmSync(bundle);

// Bundles src/ into dist/: one small entry, one chunk per verb, so that each verb loads only
// what it needs. better-sqlite3 stays outside: it is a native module.
import { build } from "esbuild";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const out = join(root, "dist");

rmSync(out, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ["src/main.ts"],
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  external: ["better-sqlite3"],
  define: { RETOUR_VERSION: JSON.stringify(version) },
  // Some libraries are CommonJS and ask for Node's own modules with require.
  banner: {
    js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
  },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});

writeFileSync(join(out, "THIRD-PARTY-LICENSES.txt"), licences(Object.keys(metafile.inputs)));

/** The licences of the libraries that are inside the bundle. */
function licences(inputs) {
  const packages = new Set(
    inputs.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []),
  );
  return [...packages]
    .sort()
    .map((name) => {
      const folder = join(root, "node_modules", name);
      const { version: found, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
      const text =
        file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8").trim() : "";
      return `${name} ${found} (${license})\n\n${text}\n`;
    })
    .join(`\n${"-".repeat(72)}\n\n`);
}

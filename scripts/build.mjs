// Bundles src/ into dist/: one small entry, and the verbs in a few groups, each loaded when one
// of its verbs runs. A chunk per verb would share its code with the others in some forty small
// files, and opening a file costs Node more than reading it (docs/bench.md).
// better-sqlite3's native module stays outside; its own JavaScript is a dozen small files.
import { build } from "esbuild";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const out = join(root, "dist");

// Verbs that only ask the ledger; those that read what came back; the vault's; those that edit retour.yaml
// and codebook.yaml; and the rest, which read and make transcripts, documents and pages.
const light = [
  ...[
    "audit",
    "completion",
    "consent",
    "consent-list",
    "corrections",
    "decide",
    "integrate",
    "pact",
    "pact-agree",
  ],
  ...["status", "validate"],
];
const returns = ["diff", "receive"];
const settings = /^(?:group|participant|session|themes)(?:-|$)/;

/** Makes `import("./verbs/status.ts")` load the group that holds the verb. */
const groups = {
  name: "groups",
  setup(bundler) {
    const groupOf = (verb) => {
      if (light.includes(verb)) return "light";
      if (returns.includes(verb)) return "returns";
      if (verb.startsWith("vault-")) return "vault";
      return settings.test(verb) ? "settings" : "heavy";
    };
    const verbs = join(root, "src", "cli", "verbs");
    const nameOf = (verb) => verb.replaceAll("-", "_");
    bundler.onLoad({ filter: /src[\\/]cli[\\/]commands\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8").replace(
        /import\("\.\/verbs\/([a-z-]+)\.ts"\)/g,
        (_, verb) => `import("group:${groupOf(verb)}").then((group) => group.${nameOf(verb)})`,
      ),
    }));
    // Read again only when retour.yaml changed, from the group that has YAML.
    bundler.onLoad({ filter: /src[\\/]study[\\/]open\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8").replace(
        'import("./read-settings.ts")',
        'import("group:settings").then((group) => group.read_settings)',
      ),
    }));
    bundler.onResolve({ filter: /^group:/ }, ({ path }) => ({ path: path.slice(6), namespace: "group" }));
    bundler.onLoad({ filter: /.*/, namespace: "group" }, ({ path }) => ({
      resolveDir: verbs,
      contents: readdirSync(verbs)
        .map((file) => file.replace(/\.ts$/, ""))
        .filter((verb) => groupOf(verb) === path)
        .map((verb) => `export * as ${nameOf(verb)} from "./${verb}.ts";`)
        .concat(path === "settings" ? 'export * as read_settings from "../../study/read-settings.ts";' : [])
        .join("\n"),
    }));
  },
};

/** What two libraries load at their start, and take milliseconds for. */
const lighter = {
  name: "lighter",
  setup(bundler) {
    const change = (filter, asked, instead) =>
      bundler.onLoad({ filter }, ({ path }) => {
        const source = readFileSync(path, "utf8");
        if (!source.includes(asked)) throw new Error(`${path} no longer asks for ${asked}`);
        return { contents: source.replace(asked, instead) };
      });
    // SQLite's native module from where npm built it, without looking in a dozen other places.
    change(
      /better-sqlite3[\\/]lib[\\/]database\.js$/,
      "require('bindings')('better_sqlite3.node')",
      'require("better-sqlite3/build/Release/better_sqlite3.node")',
    );
    // For verbs that are programs of their own: there are none.
    change(/commander[\\/]lib[\\/]command\.js$/, "require('node:child_process')", "undefined");
  },
};

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
  external: ["better-sqlite3/build/*"],
  plugins: [groups, lighter],
  define: { RETOUR_VERSION: JSON.stringify(version) },
  // Some libraries are CommonJS and ask for Node's own modules with require.
  banner: {
    js: 'const require = (id) => process.getBuiltinModule(id) ?? process.getBuiltinModule("node:module").createRequire(import.meta.url)(id);',
  },
  minify: true,
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

// Makes a clone ready: installs when node_modules is missing or older than the lockfile,
// builds when dist is missing or older than what it is made from. Uses nothing but Node.
import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const at = (path) => (existsSync(join(root, path)) ? statSync(join(root, path)).mtimeMs : 0);
const newest = (folder) =>
  readdirSync(join(root, folder), { recursive: true }).reduce(
    (latest, file) => Math.max(latest, at(join(folder, file))),
    0,
  );

const modules = lstatSync(join(root, "node_modules"), { throwIfNoEntry: false });
// npm would empty the folder that a link leads to, which is another clone's.
if (!modules?.isSymbolicLink() && at("node_modules/.package-lock.json") < at("package-lock.json")) {
  process.stderr.write("Installation des dépendances (une à deux minutes)… / Installing dependencies…\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  execFileSync(npm, ["ci", "--no-fund", "--no-audit", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
}
if (at("dist/main.js") < Math.max(newest("src"), at("package.json"), at("scripts/build.mjs"))) {
  execFileSync(process.execPath, [join(root, "scripts", "build.mjs")], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
}

// Preloaded into a spawned retour (node --import): kills it at its n-th effect on the disk or
// on the ledger, in the middle of a write when the effect is a write. With RETOUR_KILL_AT=0 it
// only counts, and leaves the number in RETOUR_COUNT_FILE.
import fs from "node:fs";
import Module, { syncBuiltinESMExports } from "node:module";

const at = Number(process.env["RETOUR_KILL_AT"] ?? 0);
let count = 0;

function effect(half) {
  count += 1;
  if (count !== at) return;
  half?.();
  process.kill(process.pid, "SIGKILL");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); // The signal is on its way.
}

const { writeSync, writeFileSync } = fs;
fs.writeSync = (file, bytes, ...rest) => {
  effect(() => writeSync(file, bytes.subarray(0, Math.floor(bytes.length / 2))));
  return writeSync(file, bytes, ...rest);
};
for (const name of [
  "fsyncSync",
  "renameSync",
  "mkdirSync",
  "rmSync",
  "unlinkSync",
  "writeFileSync",
  "copyFileSync",
]) {
  const original = fs[name];
  fs[name] = (...args) => {
    effect();
    return original(...args);
  };
}
syncBuiltinESMExports();

// SQLite's native class, whoever loads it: each statement that writes is an effect.
const load = Module._extensions[".node"];
Module._extensions[".node"] = (module, file) => {
  load(module, file);
  const { prototype } = module.exports.Database;
  const { prepare, exec } = prototype;
  prototype.prepare = function (sql, ...rest) {
    if (!/^\s*(select|pragma)/i.test(sql)) effect();
    return prepare.call(this, sql, ...rest);
  };
  prototype.exec = function (sql) {
    effect();
    return exec.call(this, sql);
  };
};

process.on("exit", () => {
  const file = process.env["RETOUR_COUNT_FILE"];
  if (file) writeFileSync(file, String(count));
});

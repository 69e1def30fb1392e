// Measures whole commands as ratios to bare `node -e 0` in the same run, on a generated study:
// 12 sessions of 1,500 turns (about 360,000 words), 4,000 codings, 40 sections; and on one of
// twice the size; then the import of a ten-hour transcript in each format; then what comes back of
// an edition of forty pages; and names: an import that replaces them, the scan of what leaves. Prints
// Markdown tables.
// `npm run bench`; `RETOUR_BENCH_ONLY=names npm run bench` for the last
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import {
  exportOf,
  namesOf,
  randomFrom as drawFrom,
  speechOf as speechWith,
  tableOf,
} from "./five-thousand-names.mjs";
import { documentOf, withChanges } from "./forty-pages.mjs";
import { formats, randomFrom, speechOf, tenHours } from "./ten-hours.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bin = join(root, "bin", "retour.js");
const work = mkdtempSync(join(tmpdir(), "retour-bench-"));
const RUNS = Number(process.env.RETOUR_BENCH_RUNS ?? 7);
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

function retour(args, cwd, { expect = [0] } = {}) {
  const result = spawnSync(process.execPath, [bin, ...args], { cwd, encoding: "utf8", env: environment() });
  if (!expect.includes(result.status ?? -1))
    throw new Error(`retour ${args.join(" ")}: exit ${String(result.status)}\n${result.stderr}`);
  return result;
}

const passphrase = join(work, "passphrase");
writeFileSync(passphrase, "quatre chevaux gris sur le pont\n", { mode: 0o600 });
const environment = () => ({
  ...process.env,
  RETOUR_LANG: "fr",
  RETOUR_PASSPHRASE_FILE: passphrase,
  RETOUR_VAULT: join(work, "vault.age"),
});

function clock(milliseconds) {
  return new Date(milliseconds).toISOString().slice(11, 23);
}

function speechIn(seed) {
  const random = randomFrom(seed);
  return (words) => speechOf(random, words);
}

/** A transcript of `cues` cues over ten hours, speakers taking turns. */
function transcript(seed, cues, words, perTurn = 1, speech = speechIn(seed)) {
  const lines = ["WEBVTT", ""];
  const step = Math.floor((10 * 3_600_000) / cues);
  for (let index = 0; index < cues; index += 1) {
    const speaker = `P0${String(1 + (Math.floor(index / perTurn) % 9))}`;
    lines.push(
      `${clock(index * step)} --> ${clock((index + 1) * step - 1)}`,
      `<v ${speaker}>${speech(words)}</v>`,
      "",
    );
  }
  return lines.join("\n");
}

/** A study that keeps neither names nor consents. */
const unguarded = ["--names", "none", "--consent", "elsewhere", "--yes"];

/** A study with its sessions imported, coded and built one after the other, as a team works. */
function makeStudy(scale) {
  const folder = join(work, `study-${String(scale)}`);
  const sessions = 12 * scale;
  const perSession = Math.floor((4_000 * scale) / sessions);
  retour(
    ["init", folder, "--title", "Mesure", "--group", "Groupe", "--rule", "group-session", ...unguarded],
    work,
  );
  for (let person = 1; person <= 9; person += 1)
    retour(
      [
        "participant",
        "add",
        `P0${String(person)}`,
        "--pseudonym",
        `Personne ${String(person)}`,
        "--description",
        `métier ${String(person)}`,
      ],
      folder,
    );
  const themes = Array.from({ length: 40 * scale }, (_, index) => `theme-${String(index + 1)}`);
  writeFileSync(
    join(folder, "codebook.yaml"),
    `themes:\n${themes.map((theme) => `  - id: ${theme}\n    title: Le thème ${theme}\n`).join("")}`,
  );
  for (let number = 1; number <= sessions; number += 1) {
    const session = `s${String(number).padStart(2, "0")}`;
    const month = String(1 + ((number - 1) % 12)).padStart(2, "0");
    retour(
      ["session", "add", session, "--date", `20${String(25 + Math.floor((number - 1) / 12))}-${month}-10`],
      folder,
    );
    const source = join(work, `${session}.vtt`);
    writeFileSync(source, transcript(number, 1_500, 20));
    retour(["import", source, "--session", session], folder);
    codeSheet(join(folder, "sessions", session, "transcript.md"), themes, perSession, number);
    if (number === sessions) break;
    retour(["build"], folder);
    keepSome(join(folder, "retours", "g1.md"), Math.floor((400 * number) / sessions));
  }
  return folder;
}

/** Tags turns in the sheet, as a person does in an editor. */
function codeSheet(file, themes, count, seed) {
  const random = randomFrom(seed * 7);
  const turns = readFileSync(file, "utf8").split(/^(?=### )/m);
  for (let index = 0; index < count; index += 1) {
    const at = 1 + ((index * 4 + (seed % 3)) % (turns.length - 1));
    if (!/\n#[a-z]/.test(turns[at]))
      turns[at] = `${turns[at].trimEnd()}\n\n#${themes[random(themes.length)]}\n\n`;
  }
  writeFileSync(file, turns.join(""));
}

/** Removes most quotes and writes a line of analysis in each section, as a person does. */
function keepSome(file, most) {
  const text = readFileSync(file, "utf8");
  let kept = 0;
  const total = (text.match(/^> — /gm) ?? []).length;
  const every = Math.max(1, Math.ceil(total / most));
  const edited = text
    .replace(/(?:^>.*\n)+\n?/gm, (quote) => (kept++ % every === 0 ? quote : ""))
    .replace(/^(### Analyse\n)(?!\n*Une analyse)/gm, "$1\nUne analyse en quelques mots, écrite à la main.\n");
  writeFileSync(file, edited);
}

/** Milliseconds of one run, from outside. */
function time(command, args, cwd, expect) {
  const start = process.hrtime.bigint();
  const result = spawnSync(command, args, { cwd, env: environment(), stdio: ["ignore", "ignore", "pipe"] });
  const took = Number(process.hrtime.bigint() - start) / 1e6;
  if (!expect.includes(result.status ?? -1)) throw new Error(`${args.join(" ")}\n${String(result.stderr)}`);
  return took;
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/** Runs a command RUNS times, each beside a bare node; gives the median of the ratios' terms. */
function measure(args, { cwd = work, prepare = () => cwd, expect = [0] } = {}) {
  const [bare, whole] = [[], []];
  for (let run = 0; run <= RUNS; run += 1) {
    const folder = prepare();
    const node = time(process.execPath, ["-e", "0"], work, [0]);
    const took = time(process.execPath, [bin, ...args], folder, expect);
    if (run > 0) {
      bare.push(node);
      whole.push(took);
    }
  }
  return { ratio: median(whole) / median(bare), milliseconds: median(whole) };
}

/** Peak resident memory of one run, in megabytes. */
function memory(args, cwd) {
  const report = join(work, "memory");
  const hook = `data:text/javascript,import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(${JSON.stringify(report)},String(process.resourceUsage().maxRSS)))`;
  spawnSync(process.execPath, ["--import", hook, bin, ...args], { cwd, env: environment(), stdio: "ignore" });
  return Number(readFileSync(report, "utf8")) / 1024;
}

/** A fresh copy of a study for each run of a command that changes it. */
function copyOf(study) {
  return () => {
    const folder = join(work, "copy");
    rmSync(folder, { recursive: true, force: true });
    cpSync(study, folder, { recursive: true });
    return folder;
  };
}

const log = (line) => process.stderr.write(`${line}\n`);
const rows = [];
const add = (what, measured, limit, more = "") => {
  rows.push(
    `| ${what} | ${measured.ratio.toFixed(2)} | ${limit} | ${measured.milliseconds.toFixed(0)} ms${more} |`,
  );
  log(rows.at(-1));
};

const PEOPLE = 5_000;
const people = namesOf(PEOPLE);

/** A study with one session to import into, nine people in it. */
function makeBlank(name, guards) {
  const folder = join(work, name);
  retour(["init", folder, "--title", "Vide", "--group", "Groupe", ...guards], work);
  for (let person = 1; person <= 9; person += 1)
    retour(
      ["participant", "add", "--pseudonym", `Personne ${String(person)}`, "--description", "métier"],
      folder,
    );
  retour(["session", "add", "s01", "--date", "2026-01-10"], folder);
  return folder;
}

/** An import beside the same where no name is looked for: the median of each, and their ratio. */
function measureNames(cues) {
  const draw = drawFrom(5);
  const file = join(work, "names.vtt");
  writeFileSync(
    file,
    transcript(5, cues, 9, 2, (words) => speechWith(draw, words, people)),
  );
  const [vault, kept] = [join(work, "vault.age"), join(work, "kept.age")];
  const [plain, named] = [[], []];
  for (let run = 0; run <= RUNS; run += 1) {
    cpSync(kept, vault);
    const without = time(process.execPath, [bin, "import", file, "--session", "s01"], copyOf(blank)(), [0]);
    const withNames = time(
      process.execPath,
      [bin, "import", file, "--session", "s01"],
      copyOf(vaulted)(),
      [0],
    );
    if (run === 0) continue;
    plain.push(without);
    named.push(withNames);
  }
  return { without: median(plain), withNames: median(named), ratio: median(named) / median(plain) };
}

log("noms…");
const blank = makeBlank("blank", unguarded);
const vaulted = makeBlank("vaulted", ["--consent", "elsewhere", "--yes"]);
writeFileSync(join(work, "names.csv"), tableOf(people));
retour(["vault", "create"], vaulted);
retour(["vault", "import", join(work, "names.csv")], vaulted);
cpSync(join(work, "vault.age"), join(work, "kept.age"));
const named = [];
for (const cues of [20_000, 40_000]) {
  const { without, withNames, ratio } = measureNames(cues);
  named.push(
    `| import, ${String(cues)} cues, one word in fifty a name, ${String(PEOPLE)} names | ${withNames.toFixed(0)} ms | × ${ratio.toFixed(2)} without names (${without.toFixed(0)} ms) | ${cues === 20_000 ? "≤ 2" : ""} |`,
  );
  log(named.at(-1));
}
const scanner = join(work, "scan-export.mjs");
await build({
  absWorkingDir: root,
  entryPoints: [join(root, "scripts", "scan-export.ts")],
  outfile: scanner,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minify: true,
  logLevel: "warning",
});
for (const [megabytes, sentences] of [
  [5, 20_000],
  [10, 40_000],
]) {
  const { files, ...asked } = exportOf(megabytes, people, sentences);
  const given = [["asked.json", JSON.stringify(asked)], ...files].map(([name, content]) => {
    writeFileSync(join(work, name), content);
    return join(work, name);
  });
  const [bare, whole] = [[], []];
  for (let run = 0; run <= RUNS; run += 1) {
    const node = time(process.execPath, ["-e", "0"], work, [0]);
    const took = time(process.execPath, [scanner, ...given], work, [0]);
    if (run === 0) continue;
    bare.push(node);
    whole.push(took);
  }
  named.push(
    `| scan of ${String(megabytes)} MB against ${String(PEOPLE)} names, ${String(sentences)} sentences | ${median(whole).toFixed(0)} ms | × ${(median(whole) / median(bare)).toFixed(2)} bare node | ${megabytes === 5 ? "≤ 8" : ""} |`,
  );
  log(named.at(-1));
}
const namesTable = `| Names | Median | Ratio | Limit |\n|---|---|---|---|\n${named.join("\n")}\n\n`;
if (process.env.RETOUR_BENCH_ONLY === "names") {
  process.stdout.write(namesTable);
  process.exit(0);
}

log("démonstration…");
retour(["demo", join(work, "demo"), "--quiet"], work);
add("`retour --help`", measure(["--help"]), "≤ 1.4");
add("`retour status` on the demo", measure(["status"], { cwd: join(work, "demo") }), "≤ 2");

const long = join(work, "long.vtt");
for (const [cues, label, limit] of [
  [20_000, "import of a 10-hour VTT, 20,000 cues", "≤ 12"],
  [40_000, "the same, 40,000 cues", ""],
]) {
  writeFileSync(long, transcript(5, cues, 9, 2));
  const args = ["import", long, "--session", "s01"];
  const measured = measure(args, { prepare: copyOf(blank) });
  add(label, measured, limit, `, ${memory(args, copyOf(blank)()).toFixed(0)} MB`);
}

for (const scale of [1, 2]) {
  log(`étude de ${String(12 * scale)} séances…`);
  const study = makeStudy(scale);
  const size = scale === 1 ? "" : " (corpus twice as large)";
  const limit = (text) => (scale === 1 ? text : "");
  add(`build, a session newly coded${size}`, measure(["build"], { prepare: copyOf(study) }), limit("≤ 25"));
  retour(["build"], study);
  keepSome(join(study, "retours", "g1.md"), 400 * scale);
  retour(["build"], study);
  add(`build again, nothing new${size}`, measure(["build"], { prepare: copyOf(study) }), limit("≤ 8"));
  retour(["send", "--format", "md"], study);
  const last = readdirSync(join(study, "sessions")).toSorted().at(-1);
  const sections = Array.from({ length: 40 * scale }, (_, index) => `theme-${String(index + 1)}`);
  retour(["validate", ...sections, "--group", "--session", last, "--audience", "public"], study);
  mkdirSync(join(study, "exports"), { recursive: true });
  add(
    `export, ${String(40 * scale)} sections${size}`,
    measure(["export"], { prepare: copyOf(study) }),
    limit("≤ 8"),
  );
  add(`status, ${String(40 * scale)} sections${size}`, measure(["status"], { cwd: study }), "");
}

const MEGA = 1024 * 1024;
const imports = [];
for (const format of Object.keys(formats)) {
  const sizes = [20_000, 40_000].map((cues) => {
    const { extension, bytes } = tenHours(format, cues);
    const file = join(work, `${String(cues)}.${extension}`);
    writeFileSync(file, bytes);
    const args = ["import", file, "--session", "s01"];
    const { ratio, milliseconds } = measure(args, { prepare: copyOf(blank) });
    return { ratio, milliseconds, megabytes: bytes.length / MEGA, peak: memory(args, copyOf(blank)()) };
  });
  const [once, twice] = sizes;
  const cells = [
    format,
    once.megabytes.toFixed(1),
    once.ratio.toFixed(1),
    `${once.milliseconds.toFixed(0)} ms`,
    (once.megabytes / (once.milliseconds / 1000)).toFixed(1),
    `${once.peak.toFixed(0)} MB`,
    `× ${(twice.milliseconds / once.milliseconds).toFixed(2)}`,
    `${twice.peak.toFixed(0)} MB`,
  ];
  imports.push(`| ${cells.join(" | ")} |`);
  log(imports.at(-1));
}

// A node that does nothing but load media-captions and parse the same WebVTT.
const captions = join(work, "20000.vtt");
const parser = join(root, "scripts", "parse-captions.mjs");
const ours = measure(["import", captions, "--session", "s01"], { prepare: copyOf(blank) });
const theirs = median(
  Array.from({ length: RUNS }, () => time(process.execPath, [parser, captions], work, [0])),
);
const beside = `WebVTT of 20,000 cues: import ${ours.milliseconds.toFixed(0)} ms, media-captions parsing alone ${theirs.toFixed(0)} ms: × ${(ours.milliseconds / theirs).toFixed(2)} (≤ 3).`;
log(beside);

/** A study whose edition of so many pages was sent to nine people as Word files. */
function makeEdition(pages) {
  const folder = join(work, `edition-${String(pages)}`);
  cpSync(blank, folder, { recursive: true });
  retour(["import", long, "--session", "s01"], folder);
  retour(["build"], folder, { expect: [0, 1] });
  writeFileSync(join(folder, "retours", "g1.md"), documentOf(pages));
  retour(["build"], folder, { expect: [0, 1] });
  retour(["send", "--format", "docx"], folder);
  return folder;
}

/** What someone sends back, with so many tracked changes. */
function returnOf(folder, person, changes, seed) {
  const id = `P0${String(person)}`;
  const file = join(work, `r01-${id}.docx`);
  writeFileSync(file, withChanges(readFileSync(join(folder, "copies", "r01", `${id}.docx`)), changes, seed));
  return file;
}

writeFileSync(long, transcript(5, 20, 9, 2));
const returns = [];
const hasPandoc = spawnSync("pandoc", ["--version"]).status === 0;
for (const pages of [40, 80]) {
  log(`édition de ${String(pages)} pages…`);
  const study = makeEdition(pages);
  const file = returnOf(study, 1, 5 * pages, 13);
  const [own, theirs] = [[], []];
  for (let run = 0; run <= RUNS; run += 1) {
    const folder = copyOf(study)();
    const took = time(process.execPath, [bin, "receive", file], folder, [0]);
    const read = hasPandoc
      ? time("pandoc", ["--track-changes=all", file, "-t", "native", "-o", join(work, "read")], work, [0])
      : NaN;
    if (run === 0) continue;
    own.push(took);
    theirs.push(read);
  }
  const [ours, pandoc] = [median(own), median(theirs)];
  returns.push(
    `| receive, ${String(pages)} pages, ${String(5 * pages)} changes | ${ours.toFixed(0)} ms | × ${(ours / pandoc).toFixed(2)} pandoc (${pandoc.toFixed(0)} ms) | ${pages === 40 ? "≤ 1" : ""} |`,
  );
  log(returns.at(-1));
  for (const times of [1, 2]) {
    if (times === 2 && pages === 80) break;
    for (let person = 1; person <= 9; person += 1)
      retour(["receive", returnOf(study, person, 25, 17 * person + times)], study);
    const measured = measure(["diff"], { cwd: study });
    returns.push(
      `| diff, ${String(pages)} pages, ${String(9 * times)} returns of 25 changes | ${measured.milliseconds.toFixed(0)} ms | × ${measured.ratio.toFixed(2)} bare node | ${pages === 40 && times === 1 ? "≤ 6" : ""} |`,
    );
    log(returns.at(-1));
  }
}

process.stdout.write(
  `| Command | × bare node | Limit | Median |\n|---|---|---|---|\n${rows.join("\n")}\n\n` +
    `| Ten hours in | MB | × bare node | Import | MB/s | Peak memory | Twice the cues | Peak memory |\n` +
    `|---|---|---|---|---|---|---|---|\n${imports.join("\n")}\n\n${beside}\n\n` +
    `| What comes back | Median | Ratio | Limit |\n|---|---|---|---|\n${returns.join("\n")}\n\n${namesTable}` +
    `Median of ${String(RUNS)} runs, each beside one of \`node -e 0\`. Node ${process.version}.\n`,
);

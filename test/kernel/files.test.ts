// A person's files: read whole or refused with a reason, written whole or not at all.
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import {
  decodeUtf8,
  exists,
  fileFailure,
  kindOfPath,
  makeFolder,
  readBytes,
  readingFailure,
  readText,
  readTextIfAny,
  syncFolder,
  writeDurably,
} from "../../src/kernel/files.ts";
import { packageRoot } from "../../src/kernel/package-root.ts";
import { temporaryFolder } from "../world.ts";

function refusal(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe("reading", () => {
  it("ends, of what has no end, at what is allowed", () => {
    expect(refusal(() => readBytes("/dev/zero", 200_000, "zero"))).toMatchObject({ code: "file.too-large" });
    expect(readBytes("/dev/null")).toHaveLength(0);
  });

  it("gives the text with its line ends, without a byte-order mark", () => {
    const file = join(temporaryFolder(), "a.md");
    writeFileSync(file, "\uFEFFl’eau\r\nà côté");
    expect(readText(file)).toBe("l’eau\r\nà côté");
    expect(readTextIfAny(file)).toBe("l’eau\r\nà côté");
    expect(readTextIfAny(`${file}x`)).toBeUndefined();
  });

  it("says which line is not UTF-8, and lets a text have a replacement character of its own", () => {
    const bytes = Buffer.concat([Buffer.from("un\ndeux\n"), Buffer.from([0xe9])]);
    expect(refusal(() => decodeUtf8(bytes, "f"))).toMatchObject({
      code: "file.not-utf8",
      params: { line: 3 },
    });
    expect(decodeUtf8(Buffer.from("a\uFFFDb"), "f")).toBe("a\uFFFDb");
  });

  it("refuses what is no text, missing, a folder, too large", () => {
    const folder = temporaryFolder();
    const file = join(folder, "son.wav");
    writeFileSync(file, Buffer.from([82, 0, 1]));
    expect(refusal(() => readText(file))).toMatchObject({ code: "file.binary", params: { file } });
    expect(refusal(() => readText(join(folder, "x")))).toMatchObject({ code: "file.missing" });
    expect(refusal(() => readText(join(file, "x")))).toMatchObject({ code: "file.missing" });
    expect(refusal(() => readText(folder))).toMatchObject({ code: "file.is-folder" });
    truncateSync(file, 3 * 1024 * 1024);
    expect(refusal(() => readBytes(file, 2 * 1024 * 1024))).toMatchObject({
      code: "file.too-large",
      params: { megabytes: 3, limit: 2 },
    });
  });
});

describe("writing", () => {
  it("replaces the whole file, for its owner alone, and makes its folder", () => {
    const folder = temporaryFolder();
    const file = join(folder, "a", "b", "c.md");
    writeDurably(file, "un");
    writeDurably(file, new Uint8Array([100, 0]));
    expect([...readFileSync(file)]).toEqual([100, 0]);
    expect(mode(file)).toBe("600");
    expect(mode(join(folder, "a"))).toBe("700");
    expect(readdirSync(join(folder, "a", "b"))).toEqual(["c.md"]);
  });

  it("leaves the old file and nothing else when it cannot", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "a.md", "plein"), { recursive: true });
    expect(refusal(() => writeDurably(join(folder, "a.md"), "x"))).toBeInstanceOf(RetourError);
    expect(readdirSync(folder)).toEqual(["a.md"]);
  });

  it.runIf(process.platform === "linux")("says that it is not allowed", () => {
    expect(refusal(() => writeDurably("/sys/retour.md", "x"))).toMatchObject({ code: "file.read-only" });
    expect(refusal(() => makeFolder("/sys/retour"))).toMatchObject({ code: "file.read-only" });
    expect(refusal(() => syncFolder("/absent"))).toMatchObject({ code: "ENOENT" });
  });
});

describe("a failure of the file system", () => {
  it.each([
    ["ENOENT", "file.missing"],
    ["EISDIR", "file.is-folder"],
    ["ENOSPC", "file.no-space"],
    ["EDQUOT", "file.no-space"],
    ["EROFS", "file.read-only"],
    ["EACCES", "file.read-only"],
    ["EMFILE", "file.unwritable"],
  ])("%s is %s", (code, expected) => {
    const cause = Object.assign(new Error("x"), { code });
    expect(fileFailure(cause, "f")).toMatchObject({ code: expected, params: { file: "f" }, cause });
  });

  it.each([
    ["EACCES", "file.no-access"],
    ["EPERM", "file.no-access"],
    ["ENOENT", "file.missing"],
    ["EISDIR", "file.is-folder"],
    ["EIO", "file.unreadable"],
  ])("%s is %s when the file was only to be read", (code, expected) => {
    const cause = Object.assign(new Error("x"), { code });
    expect(readingFailure(cause, "f")).toMatchObject({ code: expected, params: { file: "f" }, cause });
  });

  it("stays what it is when it is a refusal already, or a bug", () => {
    const refused = new RetourError("file.binary", { file: "g" });
    const bug = new TypeError("x");
    for (const error of [refused, bug, "x"]) {
      expect(fileFailure(error, "f")).toBe(error);
      expect(readingFailure(error, "f")).toBe(error);
    }
  });
});

describe("what is at a path", () => {
  it("is a file, a folder or nothing, links followed", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a"), "");
    symlinkSync(join(folder, "a"), join(folder, "lien"));
    symlinkSync(join(folder, "absent"), join(folder, "perdu"));
    symlinkSync(join(folder, "tourne"), join(folder, "tourne"));
    expect(kindOfPath(folder)).toBe("folder");
    expect(kindOfPath(join(folder, "a"))).toBe("file");
    expect(kindOfPath(join(folder, "lien"))).toBe("file");
    expect(kindOfPath(join(folder, "perdu"))).toBe("nothing");
    expect(exists(join(folder, "a", "b"))).toBe(false);
    expect(refusal(() => exists(join(folder, "tourne")))).toMatchObject({
      code: "file.unwritable",
      params: { reason: "ELOOP" },
    });
  });

  it("is the package's own folder for what it ships", () => {
    expect(exists(join(packageRoot(), "package.json"))).toBe(true);
  });
});

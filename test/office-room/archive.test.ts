// ZIPs are read without trust: what lies, climbs out or swells is refused, with the reason.
import { deflateSync, strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32 } from "node:zlib";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import { isArchive, openArchive } from "../../src/office/archive.ts";
import { refuseOldFormat } from "../../src/office/old-format.ts";
import { pack, packRaw, type RawEntry } from "./packing.ts";

const megabyte = 1024 * 1024;

/** The code of the refusal; "read" when there is none. */
function outcome(bytes: Uint8Array, part = "a.xml"): string {
  try {
    openArchive(bytes, "f").part(part);
    return "read";
  } catch (error) {
    if (error instanceof RetourError) return error.code;
    throw error;
  }
}

const words = strToU8("des mots");
const sound: RawEntry = {
  name: "a.xml",
  packed: deflateSync(words),
  size: words.length,
  checksum: crc32(words),
};

describe("a sound ZIP", () => {
  it("gives each part as it was put, its name's case aside", () => {
    const name = fc.stringMatching(/^[a-z]{1,8}\.xml$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.uint8Array({ maxLength: 500 }), { maxKeys: 5 }), (parts) => {
        const archive = openArchive(zipSync(parts), "f");
        expect(archive.names).toEqual(Object.keys(parts));
        for (const [key, part] of Object.entries(parts))
          expect(archive.part(key.toUpperCase())).toEqual(part);
      }),
      { numRuns: 200 },
    );
  });

  it("may be larger than what is inflated at once", () => {
    let seed = 1;
    const noise = Uint8Array.from({ length: 200_000 }, () => (seed = (seed * 48_271) % 2_147_483_647) % 64);
    const found = openArchive(pack({ "a.xml": noise }), "f").part("a.xml");
    expect(Buffer.compare(found ?? new Uint8Array(), noise)).toBe(0);
  });

  it("has no part of another name", () => {
    expect(openArchive(pack({ "a.xml": "a" }), "f").part("b.xml")).toBeUndefined();
  });

  it("holds texts in UTF-8 or UTF-16", () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, 0xe9, 0, 0x74, 0]);
    const archive = openArchive(pack({ "a.xml": "\uFEFFété", "b.xml": utf16 }), "f");
    expect(archive.text("a.xml")).toBe("été");
    expect(archive.text("b.xml")).toBe("ét");
  });

  it("may be a ZIP64", () => {
    expect(openArchive(packRaw([{ ...sound, is64: true }]), "f").text("a.xml")).toBe("des mots");
  });

  it("may end with a comment, and hold folders", () => {
    const bytes = packRaw([
      { ...sound, name: "word/", packed: new Uint8Array(), size: 0, checksum: 0 },
      sound,
    ]);
    const commented = Uint8Array.from([...bytes.subarray(0, -2), 3, 0, 1, 2, 3]);
    expect(openArchive(commented, "f").names).toEqual(["a.xml"]);
  });

  it("is told from what is none", () => {
    expect(isArchive(pack({ a: "a" }))).toBe(true);
    expect(isArchive(strToU8("PK et des mots"))).toBe(false);
    expect(isArchive(new Uint8Array())).toBe(false);
  });
});

describe("a hostile ZIP", () => {
  it.each([
    ["a name that climbs out", "../../a.xml"],
    ["a name that climbs out of a folder", "word/../../a.xml"],
    ["an absolute name", "/etc/passwd"],
    ["a drive's name", "C:a.xml"],
    ["backslashes", "word\\..\\a.xml"],
    ["a NUL", "a.xml\0.txt"],
  ])("with %s is refused", (_, name) => {
    expect(outcome(packRaw([{ ...sound, name }]))).toBe("office.zip-path");
  });

  it("may have dots in its names", () => {
    expect(outcome(packRaw([sound, { ...sound, name: "word/..a/b..xml" }]))).toBe("read");
  });

  it.each([
    ["two parts of one name", [sound, sound]],
    ["two parts of one name, case aside", [sound, { ...sound, name: "A.XML" }]],
    ["another name before the content", [{ ...sound, localName: "b.xml" }]],
    ["a part larger than it says", [{ ...sound, size: 3 }]],
    ["a part smaller than it says", [{ ...sound, size: 30 }]],
    ["a wrong checksum", [{ ...sound, checksum: 1 }]],
    ["content that is not deflated", [{ ...sound, packed: strToU8("~~~~~~~~~~") }]],
    ["a method of packing nobody uses", [{ ...sound, method: 14 }]],
    ["a part stored with another size", [{ ...sound, method: 0 }]],
    ["sizes past the end, in ZIP64", [{ ...sound, size: 2 ** 40, is64: true, packed: new Uint8Array() }]],
  ] as [string, RawEntry[]][])("with %s is refused", (_, entries) => {
    expect(outcome(packRaw(entries))).toMatch(/^office\.zip-(?:damaged|too-large)$/);
  });

  it("that is encrypted is refused as such", () => {
    expect(outcome(packRaw([{ ...sound, flags: 1 }]))).toBe("office.protected");
  });

  it("with more parts than a document has is refused", () => {
    const parts = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [`${String(index)}.xml`, ""]),
    );
    expect(outcome(pack(parts))).toBe("office.zip-too-many");
  });

  it("that swells in one part is refused before it is inflated", () => {
    const packed = deflateSync(new Uint8Array(101 * megabyte));
    const before = process.memoryUsage().arrayBuffers;
    expect(outcome(packRaw([{ name: "a.xml", packed, size: 101 * megabyte, checksum: 0 }]))).toBe(
      "office.zip-too-large",
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * megabyte);
  });

  it("that swells by many parts is refused", () => {
    const part = { packed: deflateSync(new Uint8Array(megabyte)), size: 90 * megabyte, checksum: 0 };
    expect(outcome(packRaw(["a.xml", "b.xml", "c.xml"].map((name) => ({ ...part, name }))))).toBe(
      "office.zip-too-large",
    );
  });

  it("that says little and swells is stopped where it passes what it said", () => {
    const packed = deflateSync(new Uint8Array(100 * megabyte));
    const before = process.memoryUsage().rss;
    expect(outcome(packRaw([{ name: "a.xml", packed, size: 1000, checksum: 0 }]))).toBe("office.zip-damaged");
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * megabyte);
  });

  it("whatever is wrong with it, is read or refused", () => {
    const bytes = pack({ "a.xml": "des mots et des mots", "b.xml": "encore" });
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, byte, length) => {
        const damaged = bytes.slice(0, length < 20 ? length : undefined);
        if (at < damaged.length) damaged[at] = byte;
        expect(outcome(damaged)).toMatch(/^(?:read|office\..+)$/);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("a file of an old Word or Excel", () => {
  const header = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));
  const code = (bytes: Uint8Array): string => {
    try {
      refuseOldFormat(bytes, "f");
      return "read";
    } catch (error) {
      return error instanceof RetourError ? error.code : "thrown";
    }
  };

  it("is refused as old, or as protected when it holds an encrypted document", () => {
    expect(code(Uint8Array.from([...header, ...utf16("WordDocument")]))).toBe("office.old-format");
    expect(code(Uint8Array.from([...header, 0, ...utf16("EncryptedPackage")]))).toBe("office.protected");
    expect(code(utf16("EncryptedPackage"))).toBe("read");
  });

  it("is searched to its end, whatever its size", () => {
    const bytes = new Uint8Array(3 * megabyte);
    bytes.set(header);
    bytes.set(utf16("EncryptedPackage"), 2 * megabyte - 7);
    expect(code(bytes)).toBe("office.protected");
  });
});

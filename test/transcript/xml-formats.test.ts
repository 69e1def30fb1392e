// Transcripts in XML: no word lost, damage said, hostile files refused or read in proportion to their size.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import { elan } from "../../src/transcript/formats/elan.ts";
import { otherXml } from "../../src/transcript/formats/other-xml.ts";
import { tei } from "../../src/transcript/formats/tei.ts";
import { transcriber } from "../../src/transcript/formats/transcriber.ts";
import type { Reading, TextFormat } from "../../src/transcript/reading.ts";
import { ownTime } from "../own-time.ts";

const hints = { file: "f", isKnown: () => false, language: "fr" as const };
const formats = [elan, transcriber, tei];

const said = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[a-zéàçœ’'-]{1,9}$/),
      fc.constantFrom("oui", "Non", "42", "…", "R&D", "a < b", '"dit"', "(rires)", "l'", "//", "é"),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((words) => `et ${words.join(" ")}`);
const turns = fc.array(
  fc.record({ voice: fc.nat(3), words: said, after: fc.nat(3), length: fc.integer({ min: 1, max: 4 }) }),
  { minLength: 1, maxLength: 12 },
);
const names = ["Zoé & Léa", "SPEAKER_01", "Jean-Luc d’Arc", "M. B."];

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

interface Said {
  readonly label: string | null;
  readonly said: string;
}

function heard({ cues }: Reading): Said[] {
  return cues.map(({ label, words }) => ({ label, said: letters(words) }));
}

/** Turns one after the other, and some that start before the last has ended. */
function timed(list: readonly { voice: number; words: string; after: number; length: number }[]) {
  let at = 0;
  return list.map(({ voice, words, after, length }) => {
    const startMs = at;
    at += after * 500 + 1;
    return { name: names[voice] ?? "", voice, words, startMs, endMs: startMs + length * 500 };
  });
}

type Timed = ReturnType<typeof timed>;

function writeElan(list: Timed, hasIndent: boolean): string {
  const nl = hasIndent ? "\n    " : "";
  const slots = list.flatMap(({ startMs, endMs }, index) => [
    `<TIME_SLOT TIME_SLOT_ID="s${String(index)}" TIME_VALUE="${String(startMs)}"/>`,
    `<TIME_SLOT TIME_SLOT_ID="e${String(index)}" TIME_VALUE="${String(endMs)}"/>`,
  ]);
  const tiers = names.map((name, voice) => {
    const own = list.flatMap((each, index) =>
      each.voice === voice
        ? `<ANNOTATION>${nl}<ALIGNABLE_ANNOTATION ANNOTATION_ID="a${String(index)}" TIME_SLOT_REF1="s${String(index)}" TIME_SLOT_REF2="e${String(index)}">${nl}<ANNOTATION_VALUE>${escapeXml(each.words)}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`
        : [],
    );
    return `<TIER TIER_ID="${escapeXml(name)}">${own.join(nl)}</TIER>`;
  });
  return `<ANNOTATION_DOCUMENT>${nl}<TIME_ORDER>${slots.join(nl)}</TIME_ORDER>${tiers.join(nl)}</ANNOTATION_DOCUMENT>`;
}

const speakers = names
  .map((name, index) => `<Speaker id="spk${String(index)}" name="${escapeXml(name)}"/>`)
  .join("\n");

function writeTrans(list: Timed, hasSyncs: boolean): string {
  const written = list.map(({ voice, words, startMs, endMs }) => {
    const text = escapeXml(words).replaceAll(" oui ", hasSyncs ? '\n<Sync time="1.5"/>\noui ' : " oui ");
    return `<Turn speaker="spk${String(voice)}" startTime="${String(startMs / 1000)}" endTime="${String(endMs / 1000)}">\n<Sync time="${String(startMs / 1000)}"/>\n${text}\n</Turn>`;
  });
  return `<?xml version="1.0"?>\n<!DOCTYPE Trans SYSTEM "trans-14.dtd">\n<Trans><Speakers>${speakers}</Speakers><Episode><Section type="report" startTime="0" endTime="9">\n${written.join("\n")}\n</Section></Episode></Trans>`;
}

function writeTei(list: Timed, prefix: string, isInWords: boolean): string {
  const tag = (name: string, inside: string, attributes = ""): string =>
    `<${prefix}${name}${attributes}>${inside}</${prefix}${name}>`;
  const people = names.map((name, index) =>
    tag("person", tag("persName", escapeXml(name)), ` xml:id="SPK${String(index)}"`),
  );
  const whens = list.flatMap(({ startMs, endMs }, index) => [
    tag("when", "", ` xml:id="s${String(index)}" since="#o" interval="${String(startMs / 1000)}"`),
    tag("when", "", ` xml:id="e${String(index)}" since="#o" interval="${String(endMs / 1000)}"`),
  ]);
  const blocks = list.map(({ voice, words, endMs }, index) => {
    const text = isInWords
      ? words
          .split(" ")
          .map((word) => tag("w", escapeXml(word)))
          .join(endMs % 1000 === 0 ? "\n  " : "")
      : escapeXml(words);
    return tag(
      "annotationBlock",
      tag("u", tag("seg", text)),
      ` who="#SPK${String(voice)}" start="#s${String(index)}" end="#e${String(index)}"`,
    );
  });
  const header = tag("teiHeader", tag("listPerson", people.join("\n")));
  const timeline = tag("timeline", `<${prefix}when xml:id="o"/>${whens.join("")}`, ' unit="s"');
  return tag("TEI", header + tag("text", timeline + tag("body", blocks.join("\n"))));
}

const expected = (list: Timed): Said[] =>
  list.map(({ name, words }) => ({ label: name, said: letters(words) }));

/** Pieces of one turn put together. */
function joined(pieces: readonly Said[], list: Timed): string[] {
  return [pieces.map((each) => each.said).join(""), list.map(({ words }) => letters(words)).join("")];
}

describe("every word of the file is in a turn, of who says it", () => {
  it("of ELAN, in the order of time", () => {
    fc.assert(
      fc.property(turns, fc.boolean(), (list, hasIndent) => {
        const all = timed(list);
        const reading = elan.read(writeElan(all, hasIndent), hints);
        expect(heard(reading)).toEqual(expected(all));
        expect(reading.diagnostics).toEqual([]);
        expect(reading.cues.map(({ startMs, endMs }) => [startMs, endMs])).toEqual(
          all.map(({ startMs, endMs }) => [startMs, endMs]),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("of ELAN, when the words hang on numbered or empty lines", () => {
    fc.assert(
      fc.property(turns, fc.boolean(), (list, isNumbered) => {
        const all = timed(list.concat(list));
        const parents = all.map(
          ({ startMs }, index) =>
            `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="p${String(index)}" TIME_SLOT_REF1="s${String(startMs)}"><ANNOTATION_VALUE>${isNumbered ? `L${String(index)}` : ""}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`,
        );
        const words = all.flatMap(({ words: text }, index) =>
          text
            .split(" ")
            .map(
              (word, at) =>
                `<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="w${String(index)}.${String(at)}" ANNOTATION_REF="p${String(index)}"${at > 0 ? ` PREVIOUS_ANNOTATION="w${String(index)}.${String(at - 1)}"` : ""}><ANNOTATION_VALUE>${escapeXml(word)}</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>`,
            ),
        );
        const slots = all.map(
          ({ startMs }) => `<TIME_SLOT TIME_SLOT_ID="s${String(startMs)}" TIME_VALUE="${String(startMs)}"/>`,
        );
        const source = `<ANNOTATION_DOCUMENT><TIME_ORDER>${slots.join("")}</TIME_ORDER><TIER TIER_ID="ref@A">${parents.join("")}</TIER><TIER TIER_ID="tx@A" PARENT_REF="ref@A">${words.join("")}</TIER></ANNOTATION_DOCUMENT>`;
        const [read, wanted] = joined(heard(elan.read(source, hints)), all);
        expect(read).toBe(wanted);
      }),
      { numRuns: 200 },
    );
  });

  it("of Transcriber, with one or several syncs", () => {
    fc.assert(
      fc.property(turns, fc.boolean(), (list, hasSyncs) => {
        const all = timed(list);
        const reading = transcriber.read(writeTrans(all, hasSyncs), hints);
        const [read, wanted] = joined(heard(reading), all);
        expect(read).toBe(wanted);
        expect(reading.diagnostics).toEqual([]);
        if (!hasSyncs) expect(heard(reading)).toEqual(expected(all));
      }),
      { numRuns: 300 },
    );
  });

  it("of Transcriber, when two speak at once", () => {
    fc.assert(
      fc.property(said, said, (one, other) => {
        const source = `<Trans><Speakers>${speakers}</Speakers><Turn speaker="spk1 spk3" startTime="1" endTime="2"><Sync time="1"/>\n<Who nb="1"/>\n${escapeXml(one)}\n<Who nb="2"/>\n${escapeXml(other)}\n</Turn></Trans>`;
        const { cues } = transcriber.read(source, hints);
        expect(cues).toEqual([
          { label: "SPEAKER_01", startMs: 1000, endMs: 2000, words: `//${one.normalize("NFC")}//` },
          { label: "M. B.", startMs: 1000, endMs: 2000, words: `//${other.normalize("NFC")}//` },
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it("of TEI, with or without a prefix, in words or not", () => {
    fc.assert(
      fc.property(turns, fc.constantFrom("", "tei:"), fc.boolean(), (list, prefix, isInWords) => {
        const all = timed(list);
        const reading = tei.read(writeTei(all, prefix, isInWords), hints);
        expect(heard(reading)).toEqual(
          expected(all).map((each) => ({
            ...each,
            label: each.label === "SPEAKER_01" ? "SPK1" : each.label,
          })),
        );
        expect(reading.diagnostics).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

const codes = ({ diagnostics }: Reading): string[] => diagnostics.map(({ code }) => code);
const wordsOf = ({ cues }: Reading): string => cues.map(({ words }) => words).join(" | ");

describe("what ELAN leaves aside, or does not say", () => {
  const document = (tiers: string, slots = ""): string =>
    `<ANNOTATION_DOCUMENT><HEADER TIME_UNITS="PAL-frames"/><TIME_ORDER>${slots}</TIME_ORDER>${tiers}</ANNOTATION_DOCUMENT>`;
  const annotation = (words: string, from: string, to = "x"): string =>
    `<ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="${from}" TIME_SLOT_REF2="${to}"><ANNOTATION_VALUE>${words}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`;

  it("reads frames, and says a time that is none", () => {
    const slots =
      '<TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="25"/><TIME_SLOT TIME_SLOT_ID="b" TIME_VALUE="tôt"/>';
    const reading = elan.read(
      document(`<TIER TIER_ID="A">${annotation("un", "a", "b")}${annotation("deux", "c")}</TIER>`, slots),
      hints,
    );
    expect(reading.cues).toEqual([
      { label: "A", startMs: 1000, endMs: null, words: "un" },
      { label: "A", startMs: null, endMs: null, words: "deux" },
    ]);
    expect(codes(reading)).toEqual(["import.bad-time"]);
  });

  it("counts what hangs on speech, and keeps two lines of one person apart", () => {
    const tiers = `<TIER TIER_ID="mots" PARTICIPANT="Nadia">${annotation("bon", "a")}</TIER><TIER TIER_ID="gestes" PARTICIPANT="Nadia">${annotation("se lève", "a")}</TIER><TIER TIER_ID="trad" PARENT_REF="mots">${annotation("well", "a")}${annotation("", "a")}</TIER>`;
    const reading = elan.read(document(tiers), hints);
    expect(reading.cues.map(({ label }) => label)).toEqual(["mots", "gestes"]);
    expect(reading.diagnostics).toMatchObject([{ code: "import.annotations-left", params: { count: 1 } }]);
  });

  it("marks no speech that a title spans", () => {
    const slots = ["a", "b", "c", "d"].map(
      (id, index) => `<TIME_SLOT TIME_SLOT_ID="${id}" TIME_VALUE="${String([0, 100, 200, 9000][index])}"/>`,
    );
    const tiers = `<TIER TIER_ID="A">${annotation("alors voilà", "b", "c")}</TIER><TIER TIER_ID="titres">${annotation("La nuit", "a", "d")}</TIER>`;
    expect(wordsOf(elan.read(document(tiers, slots.join("")), hints))).toBe("La nuit | alors voilà");
  });

  it("does not go round in circles", () => {
    const tiers = `<TIER TIER_ID="a" PARENT_REF="b">${annotation("un", "x")}</TIER><TIER TIER_ID="b" PARENT_REF="a">${annotation("deux", "x")}</TIER>`;
    const { cues, diagnostics } = elan.read(document(tiers), hints);
    expect([cues.length, codes({ cues, diagnostics })]).toEqual([
      0,
      ["import.unreadable", "import.unreadable"],
    ]);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["error", "error"]);
  });

  it("does not go round in circles of tiers that share their names", () => {
    const hung = (id: string, ref: string): string =>
      `<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="${id}" ANNOTATION_REF="${ref}"><ANNOTATION_VALUE/></REF_ANNOTATION></ANNOTATION>`;
    const tiers = `<TIER TIER_ID="a"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1"/></ANNOTATION></TIER>
      <TIER TIER_ID="b" PARENT_REF="a">${hung("b1", "a1")}${annotation("un", "")}</TIER>
      <TIER TIER_ID="a" PARENT_REF="b">${hung("a1", "b1")}${annotation("deux", "")}</TIER>`;
    expect(wordsOf(elan.read(document(tiers), hints))).toContain("un");
  });

  it("says which words hang on an annotation that is not there, and counts the translations of others", () => {
    const hung = (ref: string, words: string): string =>
      `<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="${words}" ANNOTATION_REF="${ref}"><ANNOTATION_VALUE>${words}</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>`;
    const reading = elan.read(
      document(
        `<TIER TIER_ID="ref"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="r1"/></ANNOTATION></TIER>\n` +
          `<TIER TIER_ID="tx" PARENT_REF="ref">${hung("r1", "oui")}\n${hung("r2", "perdu")}</TIER>` +
          `<TIER TIER_ID="ft" PARENT_REF="tx">${hung("oui", "yes")}</TIER>`,
      ),
      hints,
    );
    expect(wordsOf(reading)).toBe("oui");
    expect(reading.diagnostics).toMatchObject([
      { code: "import.unreadable", severity: "error", place: { line: 3 } },
      { code: "import.annotations-left", severity: "info", params: { count: 1 } },
    ]);
  });
});

describe("TEI's times and people", () => {
  const document = (body: string, timeline = "", header = ""): string =>
    `<TEI><teiHeader>${header}</teiHeader><text>${timeline}<body>${body}</body></text></TEI>`;

  it.each([
    [
      "after one another",
      '<timeline unit="ms"><when xml:id="a"/><when xml:id="b" interval="1500"/><when xml:id="c" interval="500"/></timeline>',
      2000,
    ],
    [
      "on the clock, from an origin",
      '<timeline origin="#a"><when xml:id="a" absolute="12:20:00"/><when xml:id="c" absolute="12:20:02.5"/></timeline>',
      2500,
    ],
    [
      "on the clock",
      '<timeline><when xml:id="a" absolute="00:00:00"/><when xml:id="c" absolute="00:01:02"/></timeline>',
      62000,
    ],
    [
      "since an origin that is not there",
      '<timeline><when xml:id="c" interval="1.5" since="#o"/></timeline>',
      1500,
    ],
    [
      "since each other",
      '<timeline><when xml:id="c" interval="1" since="#d"/><when xml:id="d" interval="1" since="#c"/></timeline>',
      null,
    ],
    ["not known", '<timeline><when xml:id="c" interval="-1"/></timeline>', null],
  ])("points %s", (_, timeline, startMs) => {
    const { cues } = tei.read(document('<u who="#n" start="#c">oui</u>', timeline), hints);
    expect(cues).toEqual([{ label: "n", startMs, endMs: null, words: "oui" }]);
  });

  it("calls each by what the study knows, else by an id that a person wrote, else by the name", () => {
    const header =
      '<person xml:id="nadia"><persName>Nadia Haddad</persName></person><person xml:id="SPK1"><persName>Karim</persName></person><person xml:id="p2" n="P03"/>';
    const body = '<u who="#nadia">a</u><u who="#SPK1">b</u><u who="#p2">c</u>';
    const labels = (isKnown: (label: string) => boolean) =>
      tei.read(document(body, "", header), { ...hints, isKnown }).cues.map(({ label }) => label);
    expect(labels(() => false)).toEqual(
      ["nadia", "Karim", "P03"].map((each, index) => (index === 2 ? "p2" : each)),
    );
    expect(labels((label) => label === "nadia haddad" || label === "p03")).toEqual([
      "Nadia Haddad",
      "Karim",
      "P03",
    ]);
  });
});

describe("a damaged or hostile file", () => {
  const samples = [
    writeElan(timed([{ voice: 0, words: "et voilà", after: 1, length: 2 }]), true),
    writeTrans(timed([{ voice: 0, words: "et voilà", after: 1, length: 2 }]), true),
    writeTei(timed([{ voice: 0, words: "et voilà", after: 1, length: 2 }]), "", false),
  ];

  it("is recognised behind anything that may stand before its root", () => {
    for (const [index, format] of formats.entries()) {
      const sample = (samples[index] ?? "").replace(/^<\?xml[^]*?\.dtd">\n/, "");
      for (const prolog of [
        "",
        "\uFEFF",
        "<?xml version='1.0'?>\n",
        `<!-- ${"<Trans> ".repeat(9999)}-->\n`,
        "<!DOCTYPE x [\n]>\n",
      ])
        expect(
          formats.filter(({ recognises }) => recognises(prolog + sample, { ...hints, isWritten: false })),
        ).toEqual([format]);
    }
    for (const { recognises } of formats)
      for (const other of ["", "<html><p>TEI</p></html>", "Nadia : <TEI>", "<?xml version='1.0'?>"])
        expect(recognises(other, { ...hints, isWritten: false })).toBe(false);
  });

  it("of another kind is refused, and one cut before its first element has no words", () => {
    const source = "<?xml version='1.0'?>\n<basic-transcription><event>oui</event></basic-transcription>";
    expect(otherXml.recognises(source, { ...hints, isWritten: false })).toBe(true);
    expect(() => otherXml.read(source, hints)).toThrow(
      expect.objectContaining({ code: "import.unknown-xml" }),
    );
    expect(otherXml.read(source.slice(0, 21), hints).cues).toEqual([]);
  });

  it("of Transcriber keeps the words that are in no turn, as nobody's, and says so once", () => {
    const reading = transcriber.read(
      `<Trans>\n<Speakers><Speaker id="s" name="Zoé"/></Speakers>\n<Episode>avant\n<Section>titre<Turn speaker="s">oui</Turn>\nentre</Section> fin</Episode></Trans>`,
      hints,
    );
    expect(reading.cues.map(({ label, words }) => [label, words])).toEqual([
      [null, "avant"],
      [null, "titre"],
      ["Zoé", "oui"],
      [null, "entre"],
      [null, "fin"],
    ]);
    expect(codes(reading)).toEqual(["import.outside-speech"]);
  });

  it("names twenty damaged places, and counts the others", () => {
    const source = `<Trans>${"<Turn>et voilà </b>\n</Turn>".repeat(50)}</Trans>`;
    const reading = transcriber.read(source, hints);
    expect(codes(reading)).toEqual([
      ...Array.from({ length: 20 }, () => "import.damaged"),
      "import.damaged-more",
    ]);
    expect(reading.diagnostics.at(-1)).toMatchObject({ params: { count: 30 } });
    expect(reading.cues).toHaveLength(50);
  });

  it.each([
    ["entities", '<!DOCTYPE TEI [<!ENTITY a "b">]><TEI/>', "office.entities"],
    ["elements without end", `<TEI>${"<div>".repeat(100_000)}`, "office.too-deep"],
  ])("of %s is refused", (_, source, code) => {
    for (const format of formats)
      expect(() => format.read(source, hints)).toThrow(expect.objectContaining({ code }));
  });

  it("leaves no escape sequence and no control character in words or labels", () => {
    const reading = transcriber.read(
      '<Trans><Turn speaker="a&#27;[2J&#x202E;b"><![CDATA[dit \u001B[31mça]]>&#7; e&#769;té</Turn></Trans>',
      hints,
    );
    expect(reading.cues).toEqual([{ label: "a[2Jb", startMs: null, endMs: null, words: "dit ça été" }]);
  });

  it.each<[string, TextFormat, string]>([
    [
      "tiers in a chain",
      elan,
      `<ANNOTATION_DOCUMENT>${Array.from({ length: 50_000 }, (_, i) => `<TIER TIER_ID="t${String(i)}" PARENT_REF="t${String(i - 1)}"/>`).join("")}</ANNOTATION_DOCUMENT>`,
    ],
    [
      "annotations at one time",
      elan,
      `<ANNOTATION_DOCUMENT><TIER TIER_ID="a">${"<ANNOTATION><ALIGNABLE_ANNOTATION><ANNOTATION_VALUE>oui</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>".repeat(50_000)}</TIER></ANNOTATION_DOCUMENT>`,
    ],
    [
      "annotations after themselves",
      elan,
      `<ANNOTATION_DOCUMENT><TIER TIER_ID="p"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="p"/></ANNOTATION></TIER><TIER TIER_ID="a" PARENT_REF="p">${'<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="x" ANNOTATION_REF="p" PREVIOUS_ANNOTATION="x"><ANNOTATION_VALUE>oui</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>'.repeat(20_000)}</TIER></ANNOTATION_DOCUMENT>`,
    ],
    [
      "speakers at once",
      transcriber,
      `<Trans><Turn speaker="${"a ".repeat(50_000)}">${'<Who nb="2"/>oui'.repeat(50_000)}</Turn></Trans>`,
    ],
    ["events", transcriber, `<Trans><Turn>${'<Event desc="[[[[((("/>'.repeat(50_000)}oui</Turn></Trans>`],
    ["words", tei, `<TEI><text><body><u>${"<w>oui</w>\n".repeat(100_000)}</u></body></text></TEI>`],
    [
      "spaces",
      tei,
      `<TEI><text><body><u>${" \n".repeat(200_000)}<unclear>${" ".repeat(200_000)}oui</unclear>${"\n".repeat(200_000)}oui</u></body></text></TEI>`,
    ],
    [
      "points of time",
      tei,
      `<TEI><text><timeline>${Array.from({ length: 50_000 }, (_, i) => `<when xml:id="t${String(i)}" interval="1" since="#t${String(i - 1)}"/>`).join("")}</timeline><body><u start="#t49999">oui</u></body></text></TEI>`,
    ],
    [
      "a name",
      tei,
      `<TEI><text><body><sp><speaker>${": ".repeat(100_000)}x${"-".repeat(100_000)}</speaker><p>oui</p></sp></body></text></TEI>`,
    ],
  ])(
    "of too many %s is read in proportion to its size",
    (_, format, source) => {
      const took = ownTime();
      format.read(source, hints);
      expect(took()).toBeLessThan(20_000);
    },
    30_000,
  );

  it("throws nothing but a refusal, and gives no empty words", () => {
    const pieces = samples.flatMap((sample) => sample.split(/(?=<)/));
    const noise = fc
      .array(
        fc.oneof(
          fc.constantFrom(...pieces),
          fc.constantFrom("<", ">", "&", '"', " ", "</", "<![CDATA[", "oui", "\n"),
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(noise, fc.constantFrom(...formats), (source, format) => {
        try {
          for (const { words, startMs, endMs } of format.read(source, hints).cues) {
            expect(words.trim()).not.toBe("");
            for (const ms of [startMs, endMs]) expect(ms === null || Number.isInteger(ms)).toBe(true);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(RetourError);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

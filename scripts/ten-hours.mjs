// A ten-hour transcript in each format, as its usual producer writes it: for the measurements.
import { Buffer } from "node:buffer";
import { zipSync } from "fflate";

const vocabulary = (
  "on a peur la nuit dans le hall euh ben je sais pas moi tu vois les jeunes ils disent bonjour et puis " +
  "plus rien alors voilà c'est comme ça qu'on fait avec le travail quoi enfin personne nous demande rien " +
  "la porte l'immeuble mon fils sa mère collège couloir lumière voiture parking bailleur réunion rapport"
).split(" ");

/** The same numbers each time (a linear congruential generator). */
export function randomFrom(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** `words` words of speech. */
export function speechOf(random, words) {
  return Array.from({ length: words }, () => vocabulary[random(vocabulary.length)]).join(" ");
}

/** Pieces of speech over ten hours, `perTurn` by each of nine speakers in turn. */
function cuesOf(count, perTurn = 2) {
  const random = randomFrom(5);
  const step = Math.floor((10 * 3_600_000) / count);
  return Array.from({ length: count }, (_, index) => ({
    start: index * step,
    end: (index + 1) * step - 1,
    speaker: `P0${String(1 + (Math.floor(index / perTurn) % 9))}`,
    text: speechOf(random, 9),
  }));
}

const clock = (ms, mark = ".") => new Date(ms).toISOString().slice(11, 23).replace(".", mark);
const seconds = (ms) => (ms / 1000).toFixed(3);
const plain = (...lines) => Buffer.from(lines.flat().join("\n"));
const zip = (parts) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])), {
    level: 6,
  });
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const letters = (column) => String.fromCharCode(65 + column);

const relations = (target, type) =>
  `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;

/** Each format's name and extension, and its bytes from cues. */
export const formats = {
  vtt: [
    "vtt",
    (cues) =>
      plain(
        "WEBVTT",
        "",
        cues.flatMap(({ start, end, speaker, text }) => [
          `${clock(start)} --> ${clock(end)}`,
          `<v ${speaker}>${text}</v>`,
          "",
        ]),
      ),
  ],
  srt: [
    "srt",
    (cues) =>
      plain(
        cues.flatMap(({ start, end, speaker, text }, index) => [
          String(index + 1),
          `${clock(start, ",")} --> ${clock(end, ",")}`,
          `${speaker}: ${text}`,
          "",
        ]),
      ),
  ],
  whisper: [
    "json",
    (cues) =>
      plain(
        JSON.stringify({
          text: cues.map(({ text }) => text).join(" "),
          segments: cues.map(({ start, end, speaker, text }, id) => ({
            id,
            start: start / 1000,
            end: end / 1000,
            text: ` ${text}`,
            speaker,
            words: text.split(" ").map((word, at, all) => ({
              word,
              start: (start + (at * (end - start)) / all.length) / 1000,
              end: (start + ((at + 1) * (end - start)) / all.length) / 1000,
              score: 0.9,
              speaker,
            })),
          })),
          language: "fr",
        }),
      ),
  ],
  noscribe: [
    "html",
    (cues) =>
      plain(
        '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0//EN" "http://www.w3.org/TR/REC-html40/strict.dtd">',
        '<html><head><meta charset="UTF-8"/><meta name="audio_source" content="s01.mp3"/></head><body>',
        '<p style="font-weight:600;">s01</p><p style="color:#909090;">Transcribed with noScribe vers. 0.6</p>',
        cues.map(
          ({ start, end, speaker, text }) =>
            `<p><a name="ts_${start}_${end}_${speaker.replace("P", "S")}">${speaker.replace("P", "S")}: ${text}</a></p>`,
        ),
        "</body></html>",
      ),
  ],
  otranscribe: [
    "otr",
    (cues) =>
      plain(
        JSON.stringify({
          text: cues
            .map(
              ({ start, speaker, text }) =>
                `<p><span class="timestamp" data-timestamp="${seconds(start)}">${clock(start).slice(0, 8)}</span> ${speaker} : ${text}</p>`,
            )
            .join(""),
          media: "s01.mp3",
          "media-time": 12.5,
        }),
      ),
  ],
  sonal: [
    "sonal",
    (cues) => {
      const speakers = [...new Set(cues.map(({ speaker }) => speaker))];
      return plain(
        '<!DOCTYPE html><html lang="fr"><head><meta charset="UTF-8"></head><body>',
        `<script id="loc-json" type="application/json">${JSON.stringify(["", ...speakers])}</script>`,
        '<div id="contenuText">',
        cues.map(
          ({ start, end, speaker, text }, index) =>
            `<span class="lblseg sautlig" data-deb="${seconds(start)}" data-fin="${seconds(end)}" data-loc="${speakers.indexOf(speaker) + 1}" data-rksg="${index + 1}"><span data-rk="${index + 1}" data-sg="${index + 1}">${text} </span></span>`,
        ),
        "</div></body></html>",
      );
    },
  ],
  elan: [
    "eaf",
    (cues) =>
      plain(
        `${xml}<ANNOTATION_DOCUMENT AUTHOR="" DATE="2026-01-01T00:00:00+01:00" FORMAT="3.0" VERSION="3.0"><HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/><TIME_ORDER>`,
        cues.map(
          ({ start, end }, index) =>
            `<TIME_SLOT TIME_SLOT_ID="ts${2 * index}" TIME_VALUE="${start}"/><TIME_SLOT TIME_SLOT_ID="ts${2 * index + 1}" TIME_VALUE="${end}"/>`,
        ),
        "</TIME_ORDER>",
        [...new Set(cues.map(({ speaker }) => speaker))].flatMap((speaker) => [
          `<TIER TIER_ID="${speaker}" PARTICIPANT="${speaker}" LINGUISTIC_TYPE_REF="default-lt">`,
          ...cues.flatMap((cue, index) =>
            cue.speaker === speaker
              ? [
                  `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a${index}" TIME_SLOT_REF1="ts${2 * index}" TIME_SLOT_REF2="ts${2 * index + 1}"><ANNOTATION_VALUE>${cue.text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`,
                ]
              : [],
          ),
          "</TIER>",
        ]),
        '<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="default-lt" TIME_ALIGNABLE="true"/></ANNOTATION_DOCUMENT>',
      ),
  ],
  transcriber: [
    "trs",
    (cues) =>
      plain(
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE Trans SYSTEM "trans-14.dtd">',
        '<Trans version="1"><Speakers>',
        [...new Set(cues.map(({ speaker }) => speaker))].map(
          (speaker) => `<Speaker id="spk${speaker}" name="${speaker}"/>`,
        ),
        '</Speakers><Episode><Section type="report" startTime="0" endTime="36000">',
        cues.map(
          ({ start, end, speaker, text }) =>
            `<Turn speaker="spk${speaker}" startTime="${seconds(start)}" endTime="${seconds(end)}"><Sync time="${seconds(start)}"/>\n${text}\n</Turn>`,
        ),
        "</Section></Episode></Trans>",
      ),
  ],
  tei: [
    "xml",
    (cues) =>
      plain(
        '<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>s01</title></titleStmt></fileDesc></teiHeader><text><timeline unit="s"><when xml:id="T0"/>',
        cues.map(
          ({ start }, index) => `<when xml:id="T${index + 1}" interval="${seconds(start)}" since="#T0"/>`,
        ),
        "</timeline><body>",
        cues.map(
          ({ speaker, text }, index) =>
            `<annotationBlock who="#${speaker}" start="#T${index + 1}" end="#T${index + 2}"><u><seg>${text} <pause dur="PT1S"/></seg></u></annotationBlock>`,
        ),
        "</body></text></TEI>",
      ),
  ],
  f4: [
    "txt",
    (cues) =>
      plain(
        cues.map(
          ({ end, speaker, text }) =>
            `${speaker}: ${text} #${clock(end).slice(0, 8)}-${clock(end).slice(9, 10)}#\n`,
        ),
      ),
  ],
  docx: [
    "docx",
    (cues) =>
      zip({
        "[Content_Types].xml": `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
        "_rels/.rels": relations("word/document.xml", "officeDocument"),
        "word/document.xml": `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${cues.map(({ speaker, text }) => `<w:p w:rsidR="00A77427" w:rsidRDefault="007F1D13"><w:pPr><w:spacing w:after="160"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${speaker} : </w:t></w:r><w:r><w:t>${text}</w:t></w:r></w:p>`).join("")}</w:body></w:document>`,
      }),
  ],
  odt: [
    "odt",
    (cues) =>
      zip({
        mimetype: "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": `${xml}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>`,
        "content.xml": `${xml}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${cues.map(({ speaker, text }) => `<text:p text:style-name="P1"><text:span text:style-name="T1">${speaker} :</text:span> ${text}</text:p>`).join("")}</office:text></office:body></office:document-content>`,
      }),
  ],
  rtf: [
    "rtf",
    (cues) =>
      plain(
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Calibri;}}",
        cues.map(
          ({ speaker, text }) =>
            `\\pard\\sa160{\\b ${speaker} :} ${text.replace(/[^\x20-\x7E]/g, (sign) => `\\'${sign.charCodeAt(0).toString(16)}`)}\\par`,
        ),
        "}",
      ),
  ],
  html: [
    "html",
    (cues) =>
      plain(
        '<html><head><meta charset="utf-8"><title>s01</title></head><body>',
        cues.map(({ speaker, text }) => `<p class=MsoNormal><b>${speaker} :</b> ${text}</p>`),
        "</body></html>",
      ),
  ],
  csv: [
    "csv",
    (cues) =>
      plain(
        "début;fin;locuteur;texte",
        cues.map(
          ({ start, end, speaker, text }) =>
            `${seconds(start).replace(".", ",")};${seconds(end).replace(".", ",")};${speaker};${text}`,
        ),
      ),
  ],
  xlsx: [
    "xlsx",
    (cues) =>
      zip({
        "[Content_Types].xml": `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
        "_rels/.rels": relations("xl/workbook.xml", "officeDocument"),
        "xl/_rels/workbook.xml.rels": relations("worksheets/sheet1.xml", "worksheet"),
        "xl/workbook.xml": `${xml}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s01" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        "xl/worksheets/sheet1.xml": `${xml}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${[["Début", "Locuteur", "Texte"], ...cues.map(({ start, speaker, text }) => [clock(start).slice(0, 8), speaker, text])].map((row, index) => `<row r="${index + 1}">${row.map((cell, column) => `<c r="${letters(column)}${index + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`).join("")}</sheetData></worksheet>`,
      }),
  ],
  text: ["txt", (cues) => plain(cues.map(({ speaker, text }) => `${speaker} : ${text}\n`))],
};

/** The bytes of a transcript of `count` cues, and its extension. */
export function tenHours(format, count) {
  const [extension, write] = formats[format];
  return { extension, bytes: write(cuesOf(count)) };
}

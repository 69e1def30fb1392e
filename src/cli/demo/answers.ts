// What participants do by hand in a Word file and in the page, as Word and the page would save it.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { refuse } from "../messages/demo.ts";
import { placeOf, type Replacement } from "./hands.ts";
import { entry, item, shape } from "./shape.ts";

export interface CommentedChange extends Replacement {
  readonly comment: string;
}

export interface PageAnswer {
  /** How the person's own quotes that are withdrawn begin. */
  readonly withdraw: readonly string[];
  /** Words of a paragraph, and what is said of it. */
  readonly nuance: readonly { readonly about: string; readonly words: string }[];
}

const DOCUMENT = "word/document.xml";
const COMMENTS = "word/comments.xml";
const WHO = `w:author="Auteur" w:date="2026-02-10T20:00:00Z"`;
/** ZIP keeps local times: this is the first it knows, wherever it is read. */
const FIRST_TIME = new Date(1980, 0, 1);

/** Changes words of a Word copy, tracked, each with a comment. They stand in a run without a look of its own. */
export function changeInWord(
  bytes: Uint8Array,
  changes: readonly CommentedChange[],
  file: string,
): Uint8Array {
  const parts = unzipSync(bytes);
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const document = changes.reduce((xml, each, id) => tracked(xml, each, String(id), file), part(DOCUMENT));
  const comments = changes.map(
    ({ comment }, id) =>
      `<w:comment w:id="${String(id)}" ${WHO} w:initials="A"><w:p><w:r>${text(comment)}</w:r></w:p></w:comment>`,
  );
  const commented = part(COMMENTS).replace(/\/>\s*$/, () => `>${comments.join("")}</w:comments>`);
  const changed = { ...parts, [DOCUMENT]: strToU8(document), [COMMENTS]: strToU8(commented) };
  return zipSync(changed, { mtime: FIRST_TIME });
}

function tracked(xml: string, { find, replace }: CommentedChange, id: string, file: string): string {
  const at = placeOf(xml, escaped(find), file);
  const change = [
    `</w:t></w:r><w:commentRangeStart w:id="${id}"/>`,
    `<w:del w:id="9${id}1" ${WHO}><w:r>${text(find, "w:delText")}</w:r></w:del>`,
    `<w:ins w:id="9${id}2" ${WHO}><w:r>${text(replace)}</w:r></w:ins>`,
    `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
    `<w:r><w:t xml:space="preserve">`,
  ];
  return xml.slice(0, at) + change.join("") + xml.slice(at + escaped(find).length);
}

const escaped = (words: string): string =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const text = (words: string, element = "w:t"): string =>
  `<${element} xml:space="preserve">${escaped(words)}</${element}>`;

/** The file that the page saves when someone answers so. */
export function answerInPage(page: string, { withdraw, nuance }: PageAnswer, file: string): string {
  const [, data = "{}"] = /<script type="application\/json" id="Data">(.*?)<\/script>/s.exec(page) ?? [];
  const sent = entry(shape(JSON.parse(data), file));
  const sections = item(sent("sections")).flatMap((section) => {
    const fields = entry(section);
    const texts = item(fields("blocks")).map((block) => entry(block)("text").text());
    const passages = nuance.flatMap(({ about, words }) => {
      const block = texts.findIndex((each) => each.includes(about));
      return block === -1 ? [] : [{ kind: "nuance", block, passage: texts[block], words }];
    });
    const withdrawn = item(fields("own"))
      .map(entry)
      .filter((quote) => withdraw.some((words) => quote("words").text().startsWith(words)))
      .map((quote) => ({
        block: Number(quote("block").text()),
        turns: item(quote("turns")).map((turn) => turn.text()),
        words: quote("words").text(),
      }));
    if (passages.length + withdrawn.length === 0) return [];
    const [id, title] = [fields("id").text(), fields("title").text()];
    const answers = passages.length > 0 ? ["nuance"] : [];
    return [{ id, title, answers, passages, edits: [], added: [], withdrawn, remark: "" }];
  });
  const found = sections.reduce((sum, each) => sum + each.passages.length + each.withdrawn.length, 0);
  const asked = [...withdraw, ...nuance.map(({ about }) => about)];
  if (found !== asked.length) throw refuse("demo.words-missing", { file, words: asked.join(" … ") });
  const [study, copy, edition, content] = ["study", "copy", "edition", "content"].map((key) =>
    sent(key).text(),
  );
  return JSON.stringify(
    { retour: "answer", version: 1, study, copy, edition, content, sections, remark: "" },
    null,
    2,
  );
}

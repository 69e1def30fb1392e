// Names in what a participant sent back, replaced before it is compared: a name written back in place
// of its pseudonym asks for nothing, and no other reaches the ledger. All kinds of returns pass here.
// The file itself, kept in returns/, stays as it came.
import { preface } from "../copy/formats/markdown.ts";
import type { SentCopy } from "../copy/sent-copy.ts";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { Identity } from "../vault/contents.ts";
import { rangeMover } from "../vault/replace/edits.ts";
import type { NameReplacer, ReplacedWords } from "../vault/replace/name-replacer.ts";
import { tally, type Replaced } from "../vault/replace/tally.ts";
import { mapExactly } from "../wording/anchor.ts";
import type { TextComment } from "./critic-markup.ts";
import { pairSections } from "./match-sections.ts";
import { diagnose } from "./messages.ts";
import type { ReadReturn } from "./return.ts";

export interface NamelessReturn {
  readonly read: ReadReturn;
  /** For the anonymisation log. */
  readonly replaced: readonly Replaced[];
}

/**
 * The return without names, its comments where their words are now. Names that were in the copy sent
 * are left: nobody wrote them here. See `NameReplacer.replace`.
 */
export async function replaceInReturn(
  names: NameReplacer,
  sent: SentCopy,
  read: ReadReturn,
  file: string,
): Promise<NamelessReturn> {
  const before = preface(sent);
  const pairs = pairSections(sent.content.sections, read.sections);
  const replacing = new Replacing(names, sent.copy);
  const wholes = {
    preface: replacing.text(read.preface, sent.copy, before),
    prefaceComments: replacing.comments(read.prefaceComments, sent.copy),
    sections: read.sections.map((section) => {
      const own = pairs.get(section);
      const place = own?.id ?? sent.copy;
      return {
        section,
        own,
        title: replacing.text(section.title, place, own?.title),
        text: replacing.text(section.text, place, own?.text),
        comments: replacing.comments(section.comments, place),
      };
    }),
    remarks: (read.remarks ?? []).map((remark) => {
      return { ...remark, words: replacing.text(remark.words, remark.section ?? sent.copy) };
    }),
    loss: read.loss.map((loss) => ({ ...loss, words: replacing.text(loss.words, sent.copy) })),
  };
  const now = await replacing.done();
  const moved = (comments: readonly (TextComment & { said: number })[], text: number): TextComment[] => {
    const move = rangeMover(now.at(text).edits);
    return comments.map(({ said, ...comment }) => move({ ...comment, words: now.at(said).words }));
  };
  const writtenBack = wholes.sections.flatMap(({ own, text }) =>
    own !== undefined && isWrittenBack(now.at(text), own.text) ? [own.id] : [],
  );
  return {
    read: {
      preface: now.at(wholes.preface).words,
      prefaceComments: moved(wholes.prefaceComments, wholes.preface),
      sections: wholes.sections.map(({ section, title, text, comments }) => ({
        id: section.id,
        title: now.at(title).words,
        text: now.at(text).words,
        comments: moved(comments, text),
      })),
      remarks: wholes.remarks.map((remark) => ({ ...remark, words: now.at(remark.words).words })),
      loss: wholes.loss.map((loss) => ({ ...loss, words: now.at(loss.words).words })),
      diagnostics: [
        ...read.diagnostics,
        ...[...new Set(writtenBack)].map((section): Diagnostic => {
          return diagnose("receive.name-written-back", "info", { copy: sent.copy, section }, { file });
        }),
      ],
    },
    replaced: tally(now.identities),
  };
}

interface Now {
  readonly at: (index: number) => ReplacedWords;
  readonly identities: readonly Identity[];
}

/** All texts of a return: names in doubt are asked about once, whatever text they are in. */
class Replacing {
  readonly #names: NameReplacer;
  readonly #source: string;
  readonly #passages: { words: string; place: string; known: string | undefined }[] = [];

  constructor(names: NameReplacer, source: string) {
    this.#names = names;
    this.#source = source;
  }

  /** Its number. `known`: what was sent, when it came back so. */
  text(words: string, place: string, known?: string): number {
    return this.#passages.push({ words, place, known }) - 1;
  }

  comments(comments: readonly TextComment[], place: string): (TextComment & { said: number })[] {
    return comments.map((comment) => ({ ...comment, said: this.text(comment.words, place) }));
  }

  async done(): Promise<Now> {
    const replaced = await this.#names.replace(this.#passages, this.#source);
    return {
      at: (index) => replaced[index] ?? { words: "", edits: [] },
      identities: replaced.flatMap(({ edits }) => edits.map(({ identity }) => identity)),
    };
  }
}

/** True when something that was replaced says now what was sent. */
function isWrittenBack({ words, edits }: ReplacedWords, sent: string): boolean {
  if (edits.length === 0) return false;
  const map = mapExactly(words, sent);
  let shift = 0;
  return edits.some((edit) => {
    const start = edit.start + shift;
    shift += edit.words.length - (edit.end - edit.start);
    return map(start, start + edit.words.length) !== undefined;
  });
}

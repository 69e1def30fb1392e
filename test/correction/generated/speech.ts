// Words and sentences of the demo's transcripts, to make documents of.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Dice } from "./dice.ts";

const folder = join(import.meta.dirname, "../../../fixtures/demo/transcripts");

const spoken = ["s01.vtt", "s02.srt", "s03.txt", "s04.vtt"]
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n")
  .replace(/^(?:WEBVTT|\d+|[\w-]+\/[\d-]+|.*-->.*)$/gm, "")
  .replace(/<[^>]*>|^(?:SPEAKER_\d+|\p{Lu}\p{L}+)[  ]?:/gmu, "")
  .replace(/\s+/g, " ");

/** Words of three letters or more, small letters, each once. */
const vocabulary = [...new Set(spoken.toLowerCase().match(/\p{L}{3,}/gu) ?? [])];

/** Plain sentences as they were said, of 3 to 20 words. */
const said = (spoken.match(/\p{Lu}[^.?!…]*[.?!…]/gu) ?? [])
  .map((sentence) => sentence.replace(/[’]/g, "'").replaceAll("'", "’"))
  .filter((sentence) => {
    const count = sentence.split(" ").length;
    return count >= 3 && count <= 20 && /^[\p{L}’,.?!… -]+$/u.test(sentence);
  });

/** Where the words of one document, and of the edits made to it, come from. */
export interface Speech {
  /** Small letters. */
  word(): string;
  /** Words with their commas, without the mark at the end. */
  sentence(words: number): string[];
}

/** Each word once. */
export function uniqueSpeech(dice: Dice): Speech {
  const words = dice.shuffled(vocabulary);
  const word = (): string => {
    const next = words.pop();
    if (next === undefined) throw new Error("no words left");
    return next;
  };
  return {
    word,
    sentence: (count) =>
      Array.from({ length: count }, (_, index) => {
        const next = word();
        const isElided = /^[aeéèêiouy]/.test(next) && dice.chance(0.15);
        return `${isElided ? "l’" : ""}${next}${index < count - 1 && dice.chance(0.1) ? "," : ""}`;
      }),
  };
}

/** Sentences as people said them, words coming back as they do. */
export function ordinarySpeech(dice: Dice): Speech {
  return {
    word: () =>
      dice.pick(
        dice
          .pick(said)
          .toLowerCase()
          .match(/\p{L}+/gu) ?? ["donc"],
      ),
    sentence: () => {
      const sentence = dice.pick(said);
      return (sentence.charAt(0).toLowerCase() + sentence.slice(1)).replace(/[ .?!…]+$/, "").split(" ");
    },
  };
}

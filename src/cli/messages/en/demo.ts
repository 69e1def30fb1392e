// The demo in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { DemoMessages, DemoTexts } from "../demo.ts";

export const demoMessages: Catalogue<DemoMessages> = {
  "demo.folder-taken": ({ folder }) => ({
    message: `the folder ${folder} is not empty`,
    hint: "Name a folder that does not exist yet, or none: the demo will choose one.",
  }),
  "demo.words-missing": ({ file, words }) => ({
    message: `the demo does not find “${words}” in ${file}`,
    hint: "This is a mistake of the demo itself: report it to its authors.",
  }),
  "demo.words-twice": ({ file, words }) => ({
    message: `the demo finds “${words}” more than once in ${file}`,
    hint: "This is a mistake of the demo itself: report it to its authors.",
  }),
};

export const demoTexts: Texts<DemoTexts> = {
  "demo.hand.passphrase": ({ vault, phrase }) =>
    `Claire has a passphrase drawn by chance and keeps it in a file that she alone can read, ${phrase}. Real names will be in ${vault}, beside the study, never in it.`,
  "demo.hand.place": ({ file }) => `Claire writes ${file} in her text editor.`,
  "demo.hand.code": ({ file, count }) =>
    `Claire codes ${String(count)} passages in ${file}, in her text editor.`,
  "demo.hand.write": ({ file, count }) =>
    `Claire writes in ${file}, in her text editor: ${String(count)} parts, quotes kept, cut, taken out, and what she makes of them.`,
  "demo.hand.edit": ({ file, count }) =>
    count === 1
      ? `Claire changes a few words of ${file}.`
      : `Claire changes ${String(count)} places of ${file}.`,
  "demo.hand.answer": ({ file, to }) => `Their copy, ${file}, comes back corrected: ${to}.`,
  "demo.failed": ({ step, command, exit, expected }) =>
    `step ${String(step)}: “${command}” gave ${String(exit)} instead of ${String(expected)}; the demo stops there.`,
  "demo.end": ({ folder, export: path, vault, phrase }) => `Everything is in ${folder}, and is yours:

  retours/g1.md                 the group's document, with Claire's analysis
  sessions/s01/transcript.md    a readable transcript, coded
  copies/r01/P03.html           what a participant received (opens in a browser)
  ${path.padEnd(29)} what left, with its manifest

To try, in that folder, once the terminal knows where the vault is:

  export RETOUR_VAULT=${vault}
  export RETOUR_PASSPHRASE_FILE=${phrase}

  retour vault list             who is who: the vault is the only place where that can be read
  retour corrections            all that was asked, and what became of it
  retour status                 where each part stands, and why
  retour diff --between r02 r03 what changed from one return to the next

Change one word of a validated part in retours/g1.md, then run \`retour status\` again: the agreement no longer holds.`,
};

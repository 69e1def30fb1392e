// Does in the demo's folder what a person does there with a text editor, in Word or in the page.
import { join, relative } from "node:path";
import { readBytes, readText, writeDurably } from "../../kernel/files.ts";
import { proposePassphrase } from "../../vault/passphrase.ts";
import type { Say } from "../messages/catalogue.ts";
import { answerInPage, changeInWord } from "./answers.ts";
import { vaultVariables } from "./folder.ts";
import { change, codeSheet, writeDocument } from "./hands.ts";
import type { Place } from "./player.ts";
import type { Hand } from "./script.ts";

/** Changes the file, as a person who saves it would: not through the ledger. */
export function lend(hand: Hand, { folder, fixtures, apart }: Place): void {
  if (hand.kind === "passphrase") {
    // Where the demo is played in a git work tree, what is kept apart is no part of it.
    writeDurably(join(apart, ".gitignore"), "*\n");
    writeDurably(vaultVariables(apart).RETOUR_PASSPHRASE_FILE, `${proposePassphrase()}\n`);
    return;
  }
  const { file } = hand;
  const edit = (work: (text: string) => string, to = file): void => {
    writeDurably(join(folder, to), work(readText(join(folder, file))));
  };
  switch (hand.kind) {
    case "place":
      writeDurably(join(folder, file), readText(join(fixtures, file)));
      return;
    case "code":
      edit((text) => codeSheet(text, hand.codings, file));
      return;
    case "write":
      edit((text) => writeDocument(text, hand.sections, file));
      return;
    case "edit":
      edit((text) => change(text, hand.changes, file));
      return;
    case "answer":
      edit((text) => change(text, hand.changes, file), hand.to);
      return;
    case "answer-in-word":
      writeDurably(join(folder, hand.to), changeInWord(readBytes(join(folder, file)), hand.changes, file));
      return;
    case "answer-in-page":
      edit((page) => answerInPage(page, hand.answer, file), hand.to);
  }
}

/** Says what the person does. */
export function sayHand(hand: Hand, { folder, apart }: Place, say: Say): string {
  if (hand.kind === "passphrase") {
    const [vault, phrase] = Object.values(vaultVariables(apart)).map((path) => relative(folder, path));
    return say("demo.hand.passphrase", { vault: vault ?? "", phrase: phrase ?? "" });
  }
  const { file } = hand;
  switch (hand.kind) {
    case "place":
      return say("demo.hand.place", { file });
    case "code":
      return say("demo.hand.code", { file, count: hand.codings.length });
    case "write":
      return say("demo.hand.write", { file, count: hand.sections.length });
    case "edit":
      return say("demo.hand.edit", { file, count: hand.changes.length });
    case "answer":
    case "answer-in-word":
    case "answer-in-page":
      return say("demo.hand.answer", { file, to: hand.to });
  }
}

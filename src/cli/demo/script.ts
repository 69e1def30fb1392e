// The demo's script, fixtures/demo/script.yaml, as data: steps, commands, and what people do by
// hand between two commands.
import { join } from "node:path";
import { parse } from "yaml";
import { readText } from "../../kernel/files.ts";
import type { CommentedChange, PageAnswer } from "./answers.ts";
import type { Coding, Replacement, WrittenSection } from "./hands.ts";
import { entry, item, optional, shape, type Plain } from "./shape.ts";

export interface Command {
  readonly kind: "run";
  readonly argv: readonly string[];
  /** The exit code it should give. */
  readonly exit: number;
  /** What is answered to its questions; without any, nothing is asked. */
  readonly answers: readonly string[];
}

/** Files are relative to the study. */
export type Hand =
  /** A passphrase drawn by chance, in a file of its own, beside the study. */
  | { readonly kind: "passphrase" }
  /** A file of the fixtures put into the study. */
  | { readonly kind: "place"; readonly file: string }
  | { readonly kind: "code"; readonly file: string; readonly codings: readonly Coding[] }
  | { readonly kind: "write"; readonly file: string; readonly sections: readonly WrittenSection[] }
  | { readonly kind: "edit"; readonly file: string; readonly changes: readonly Replacement[] }
  /** A participant's changes in their copy, saved apart. */
  | {
      readonly kind: "answer";
      readonly file: string;
      readonly to: string;
      readonly changes: readonly Replacement[];
    }
  /** The same in the Word file, tracked and commented. */
  | {
      readonly kind: "answer-in-word";
      readonly file: string;
      readonly to: string;
      readonly changes: readonly CommentedChange[];
    }
  /** The answer that the page saves. */
  | {
      readonly kind: "answer-in-page";
      readonly file: string;
      readonly to: string;
      readonly answer: PageAnswer;
    };

export interface Step {
  /** The day of the story, `2026-01-16`. */
  readonly day: string;
  readonly title: string;
  readonly say: string;
  readonly actions: readonly (Command | Hand)[];
}

/** Reads the script in a language. A mistake in it is a bug of ours, thrown with its place. */
export function readScript(fixtures: string, language: "fr" | "en"): Step[] {
  const read = (file: string): Plain => shape(parse(readText(join(fixtures, file))), file);
  return item(read("script.yaml")).map((step) => {
    const fields = entry(step);
    return {
      day: fields("day").text(),
      title: entry(fields("title"))(language).text(),
      say: entry(fields("say"))(language).text(),
      actions: item(fields("do")).map((action) => readAction(action, read)),
    };
  });
}

function readAction(action: Plain, read: (file: string) => Plain): Command | Hand {
  const fields = entry(action);
  const kind = action.keys().find((key) => !["exit", "changes", "answers"].includes(key)) ?? "";
  const name = (): string => fields(kind).text();
  switch (kind) {
    case "run": {
      const argv = item(fields("run")).map((word) => word.text());
      const answers = optional(fields("answers"));
      return {
        kind,
        argv,
        exit: Number(optional(fields("exit"))?.text() ?? 0),
        answers: answers ? item(answers).map((answer) => answer.text()) : [],
      };
    }
    case "passphrase":
      return { kind };
    case "place":
      return { kind, file: name() };
    case "code":
      return {
        kind,
        file: `sessions/${name()}/transcript.md`,
        codings: item(read(`codings/${name()}.yaml`)).map(readCoding),
      };
    case "write":
      return {
        kind,
        file: "retours/g1.md",
        sections: item(read(`writing/${name()}.yaml`)).map(readWriting),
      };
    case "answer":
      return {
        kind,
        file: `copies/${name().replace("-", "/")}.md`,
        to: `recu/${name()}.md`,
        changes: readChanges(read(`returns/${name()}.yaml`)),
      };
    case "answer-in-word":
      return {
        kind,
        file: `copies/${name().replace("-", "/")}.docx`,
        to: `recu/${name()}.docx`,
        changes: item(read(`returns/${name()}.yaml`)).map(readCommented),
      };
    case "answer-in-page":
      return {
        kind,
        file: `copies/${name().replace("-", "/")}.html`,
        to: `recu/reponse-${name()}.json`,
        answer: readPageAnswer(read(`returns/${name()}.yaml`)),
      };
    case "edit":
      return { kind, file: name(), changes: readChanges(fields("changes")) };
    default:
      throw new Error(`${action.place}: "${kind}" is not something a script does`);
  }
}

function readCoding(coding: Plain): Coding {
  const fields = entry(coding);
  return {
    words: fields("words").text(),
    themes: item(fields("themes")).map((theme) => theme.text()),
    isWhole: optional(fields("whole"))?.text() === "true",
  };
}

function readWriting(section: Plain): WrittenSection {
  const fields = entry(section);
  const parts = optional(fields("parts"));
  const changes = optional(fields("changes"));
  return {
    section: fields("section").text(),
    keep: item(fields("keep")).map((quote) =>
      quote.isText()
        ? { begins: quote.text(), becomes: undefined }
        : { begins: entry(quote)("begins").text(), becomes: entry(quote)("becomes").text() },
    ),
    parts: (parts?.keys() ?? []).map((heading) => ({
      heading,
      words: parts && optional(entry(parts)(heading))?.text(),
    })),
    changes: changes ? readChanges(changes) : [],
  };
}

function readChanges(changes: Plain): Replacement[] {
  return item(changes).map(readChange);
}

function readChange(change: Plain): Replacement {
  return { find: entry(change)("find").text(), replace: entry(change)("replace").text() };
}

function readCommented(change: Plain): CommentedChange {
  return { ...readChange(change), comment: entry(change)("comment").text() };
}

function readPageAnswer(answer: Plain): PageAnswer {
  const fields = entry(answer);
  return {
    withdraw: item(fields("withdraw")).map((words) => words.text()),
    nuance: item(fields("nuance")).map((said) => ({
      about: entry(said)("about").text(),
      words: entry(said)("words").text(),
    })),
  };
}

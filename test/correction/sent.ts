// A copy as it was sent, for tests: two or three sections of an invented retour.
import type { SentCopy } from "../../src/copy/sent-copy.ts";
import { readFrozen } from "../../src/copy/frozen.ts";
import { markdownCopy } from "../../src/copy/formats/markdown.ts";
import { asEditionId, asParticipantId, copyId } from "../../src/kernel/ids.ts";
import { openMarkdown } from "../../src/correction/formats/markdown.ts";
import { compareReturn, type ComparedReturn } from "../../src/correction/compare-return.ts";

export const content = `---
group: g1
edition: r01
---

# Questions de réseau

*Retour r01.*

## La peur au travail {#peur .sent}

### Ce qui a été dit

> Des fois la nuit, on a peur de rentrer dans le hall.
>
> — éducatrice (s01.12)

### Analyse

Le groupe décrit une peur ordinaire. Elle dure « toute la journée » (s01.14), parfois la nuit.

- au travail
- à la maison

### Accords et désaccords

## L’institution {#institution}

Les professionnels se disent seuls. L’encadrement l’ignore peut-être.

## Le lien avec les jeunes {#lien}

Le lien tient, malgré tout. C’est ce qui fait rester.
`;

export function sentCopy(overrides: Partial<SentCopy> = {}): SentCopy {
  const edition = asEditionId("r01");
  const participant = asParticipantId("P03");
  if (edition === undefined || participant === undefined) throw new Error("ids");
  return {
    copy: copyId(edition, participant),
    edition,
    participant,
    group: { id: "g1", title: "Groupe de professionnels" },
    study: { id: "f".repeat(32), title: "Questions de réseau" },
    language: "fr",
    letter: "Bonjour,\n\nRelisez et marquez `{++ajout++}` ou `{>>remarque<<}`.",
    content: readFrozen(content),
    ownTurns: new Set(["s01.12"]),
    ...overrides,
  };
}

export function fileOf(copy: SentCopy): string {
  return markdownCopy.write(copy);
}

/** What a return of `copy` asks for when its file was edited so. */
export function compare(edit: (file: string) => string, copy = sentCopy()): ComparedReturn {
  return compareReturn(copy, openMarkdown(edit(fileOf(copy)), "r01-P03.md").read(copy));
}

/** One edit by plain replacement; refuses words that are not there. */
export function compareEdit(from: string, to: string, copy = sentCopy()): ComparedReturn {
  return compare((file) => {
    if (!file.includes(from)) throw new Error(`the copy does not say: ${from}`);
    return file.replace(from, () => to);
  }, copy);
}

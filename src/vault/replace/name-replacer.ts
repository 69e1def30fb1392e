// Names on their way to the ledger: found, asked about when a person has to say, replaced. What was
// answered and the original words go into the vault, and nowhere else.
import type { ParticipantId } from "../../kernel/ids.ts";
import { mapExactly } from "../../wording/anchor.ts";
import { foldPhrase } from "../../wording/phrases.ts";
import type { Answer, Identity } from "../contents.ts";
import type { FoundName, NameFinder } from "../find-names.ts";
import { contextOf, farContextOf } from "../finder/context.ts";
import { makeFinder, writtenForm } from "../finder/make-finder.ts";
import { refuse } from "../messages.ts";
import type { Vault } from "../vault.ts";
import { applyEdits, type Edit } from "./edits.ts";

export interface Passage {
  readonly words: string;
  /** Where a person finds it: a turn's time, a section. Never its words. */
  readonly place: string;
  /** What is kept already: a name that stands in it at the same place is not what comes in. */
  readonly known?: string | undefined;
}

export interface NameEdit extends Edit {
  readonly identity: Identity;
}

export interface ReplacedWords {
  readonly words: string;
  /** In order; empty when nothing was replaced. */
  readonly edits: readonly NameEdit[];
}

/** A form of which a person has to say whether it is a name, or whose. */
export interface Doubt {
  /** As it is written. */
  readonly form: string;
  /** When there are several, each place is a doubt of its own: its answer holds for that place alone. */
  readonly identities: readonly Identity[];
  readonly canBeWord: boolean;
  readonly places: readonly DoubtfulPlace[];
}

export interface DoubtfulPlace {
  /** As in `Passage`. */
  readonly place: string;
  /** The words around it. */
  readonly before: string;
  readonly after: string;
  /** What an answer about this place alone names. */
  readonly context: string;
}

/** For a person's eyes alone. Gives answers to all of its places. */
export type AskName = (doubt: Doubt) => Promise<readonly Answer[]>;

/** Characters shown on each side of a form in doubt. */
const AROUND = 60;

/** How many places a refusal names. */
const NAMED = 10;

export class NameReplacer {
  readonly #vault: Vault | undefined;
  readonly #ask: AskName | undefined;
  #finder: NameFinder;
  /** Who is called so, by folded name. */
  readonly #people = new Map<string, Set<ParticipantId | undefined>>();
  /** Not in the vault yet. */
  #answers: Answer[] = [];
  readonly #originals = new Map<string, Readonly<Record<string, string>>>();

  /** Without a vault, nothing is a name. `ask`: undefined when nobody can be asked. */
  constructor(vault: Vault | undefined, ask: AskName | undefined) {
    this.#vault = vault;
    this.#ask = ask;
    this.#finder = this.#makeFinder();
    for (const { kind, names, participant } of vault?.contents.identities ?? [])
      for (const name of kind === "person" ? names : []) {
        const folded = foldPhrase(name);
        this.#people.set(folded, (this.#people.get(folded) ?? new Set()).add(participant));
      }
  }

  /**
   * Replaces the names of each passage. What is in doubt is asked, one form after another, until
   * nothing is; refused with `vault.doubtful` when nobody can be asked. `source`: what the passages
   * are of, for that refusal: `s01`, `r02-P03`.
   */
  async replace(passages: readonly Passage[], source: string): Promise<ReplacedWords[]> {
    const here = passages.map(() => new Map<number, Answer>());
    const find = (index: number, passage: Passage): readonly FoundName[] => this.#find(passage, here[index]);
    const found = passages.map((passage, index) => find(index, passage));
    const asked = new Set<string>();
    for (;;) {
      const doubts = doubtsIn(passages, found);
      const [doubt] = doubts;
      if (doubt === undefined) break;
      const { places, identities } = doubt;
      const fresh = places.filter(({ at }) => !asked.has(at));
      if (this.#ask === undefined || fresh.length === 0) throw doubtful(source, doubts);
      for (const { at } of fresh) asked.add(at);
      for (const answer of await this.#ask(doubt)) {
        const [place] = identities.length > 1 && answer.context !== undefined ? places : [];
        if (place) here[place.passage]?.set(place.start, answer);
        this.#answers.push(...(place ? keptOf(answer, passages[place.passage], place) : [answer]));
      }
      this.#finder = this.#makeFinder();
      for (const [index, passage] of passages.entries())
        if (found[index]?.some(({ isCertain }) => !isCertain)) found[index] = find(index, passage);
    }
    return passages.map(({ words }, index) => replaced(words, found[index] ?? []));
  }

  /** A text to be shown: names replaced, what may be one left out. Nobody is asked. */
  hide(text: string): string {
    const edits = this.#finder.find(text).map(({ start, end, isCertain, replacement }) => {
      return { start, end, words: isCertain ? replacement : "…" };
    });
    return applyEdits(text, edits);
  }

  /** A text that was kept before: names replaced, what may be one left as it is. Nobody is asked. */
  clean(text: string): string {
    return applyEdits(text, this.edits(text));
  }

  /** What stands instead of the names of such a text, where that is certain. Nobody is asked. */
  edits(text: string): readonly NameEdit[] {
    const found = this.#finder.find(text).filter(({ isCertain }) => isCertain);
    return replaced(text, found).edits;
  }

  /** The participant whose name a speaker's label is, when it is of one person. */
  participantCalled(label: string): ParticipantId | undefined {
    const [person, ...others] = this.#people.get(foldPhrase(label)) ?? this.#found(label);
    return others.length === 0 ? person : undefined;
  }

  /** True for the label of someone whom the vault names. */
  isNamed(label: string): boolean {
    return this.#people.has(foldPhrase(label)) || this.#found(label).size > 0;
  }

  /** The original words of a session's turns, by number, as they are kept. */
  originalsOf(session: string): Readonly<Record<string, string>> {
    return this.#originals.get(session) ?? this.#vault?.contents.originals[session] ?? {};
  }

  /** The same, as they are to be kept from now on. */
  keepOriginals(session: string, originals: ReadonlyMap<number, string>): void {
    const kept = this.originalsOf(session);
    const isSame =
      Object.keys(kept).length === originals.size &&
      [...originals].every(([number, words]) => kept[String(number)] === words);
    if (!isSame) this.#originals.set(session, Object.fromEntries(originals));
  }

  /** Called where original words will likely be kept: what saving them needs is made meanwhile. */
  prepareSave(): void {
    this.#vault?.prepareSave();
  }

  /**
   * Puts what is new into the vault, if anything is. Called before the ledger's transaction: after a
   * crash in between, the vault holds original words too many, and never too few.
   */
  async save(): Promise<void> {
    if (this.#vault === undefined || this.#answers.length + this.#originals.size === 0) return;
    const [answers, originals] = [this.#answers, Object.fromEntries(this.#originals)];
    await this.#vault.edit((fresh) => ({
      ...fresh,
      answers: [...fresh.answers, ...answers],
      originals: { ...fresh.originals, ...originals },
    }));
    this.#answers = [];
    this.#originals.clear();
  }

  #makeFinder(): NameFinder {
    if (this.#vault === undefined) return { find: () => [] };
    const { identities, answers } = this.#vault.contents;
    return makeFinder({ identities, answers: [...answers, ...this.#answers] });
  }

  #find({ words, known }: Passage, here?: ReadonlyMap<number, Answer>): readonly FoundName[] {
    const found = this.#finder.find(words, here);
    if (known === undefined || found.length === 0) return found;
    const map = mapExactly(words, known);
    return found.filter(({ start, end }) => map(start, end) === undefined);
  }

  /** Those whom the whole of a label names: `Mme Durand`. */
  #found(label: string): ReadonlySet<ParticipantId | undefined> {
    const [name, ...others] = this.#finder.find(label);
    if (name === undefined || others.length > 0) return new Set();
    const rest = foldPhrase(`${label.slice(0, name.start)} ${label.slice(name.end)}`);
    const people = rest === "" ? name.identities.filter(({ kind }) => kind === "person") : [];
    return new Set(people.map(({ participant }) => participant));
  }
}

function replaced(words: string, found: readonly FoundName[]): ReplacedWords {
  const edits = found.map(({ start, end, replacement, identities: [identity] }) => {
    return { start, end, words: replacement, identity };
  });
  return { words: applyEdits(words, edits), edits };
}

interface Standing extends DoubtfulPlace {
  /** Which of the passages it stands in, where, and both as one word. */
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  readonly at: string;
}

interface StandingDoubt extends Doubt {
  readonly places: readonly Standing[];
}

/** What is in doubt: by the form as it is written, or each place for itself where several bear it. */
function doubtsIn(passages: readonly Passage[], found: readonly (readonly FoundName[])[]): StandingDoubt[] {
  const doubts = new Map<string, StandingDoubt & { readonly places: Standing[] }>();
  for (const [passage, { words, place }] of passages.entries())
    for (const { start, end, identities, isCertain, canBeWord, form } of found[passage] ?? []) {
      if (isCertain) continue;
      const at = `${String(passage)}:${String(start)}`;
      const [one, ...others] = identities;
      const key = JSON.stringify(others.length > 0 ? at : [writtenForm(form), one.id]);
      const doubt = doubts.get(key) ?? { form, identities, canBeWord, places: [] };
      doubts.set(key, doubt);
      const before = words.slice(Math.max(0, start - AROUND), start);
      const after = words.slice(end, end + AROUND);
      const context = contextOf(words, { start, end });
      doubt.places.push({ place, before, after, context, passage, start, end, at });
    }
  return [...doubts.values()];
}

/** What the vault keeps of an answer about one place of a name that several bear. */
function keptOf(answer: Answer, passage: Passage | undefined, place: Standing): Answer[] {
  const far = farContextOf(passage?.words ?? "", place);
  return [
    ...(far === undefined ? [] : [{ ...answer, context: far }]),
    // `check` and what leaves ask nobody, and look at the same words in other surroundings.
    ...(answer.says === "word" ? [answer] : []),
  ];
}

function doubtful(source: string, doubts: readonly Doubt[]): Error {
  const all = doubts.flatMap(({ places }) => places.map(({ place }) => place));
  const places = [...new Set(all)];
  const list = [...places.slice(0, NAMED), ...(places.length > NAMED ? ["…"] : [])].join(", ");
  return refuse("vault.doubtful", { count: all.length, source, places: list });
}

// The texts of the vault's verbs, apart from the room's own messages.
type Nothing = Record<string, never>;

export interface VaultTexts {
  /** Asked of a word that may be a name; `count`: in how many passages it stands. */
  "name.which": { form: string; count: number };
  "name.which-here": { form: string };
  "name.is": { name: string; replacement: string };
  /** `name`: as `name.is` says it. */
  "name.always": { name: string };
  /** The same, of the passage shown alone. */
  "name.this-time": { name: string };
  /** Asked of a name that several of the vault bear; `name.neither`: how many do. */
  "name.whose": { form: string };
  "name.neither": { count: number };
  "name.never": Nothing;
  "name.each": Nothing;
  "name.not-here": Nothing;
  "name.passage": { place: string; words: string };
  /** Asked of a word that looks like a name. `kind`: as in vault/likely. */
  "likely.what": { form: string; kind: string; at: number; of: number };
  "likely.replace": Nothing;
  "likely.keep": Nothing;
  "likely.later": Nothing;
  "likely.stop": Nothing;
  "likely.instead": Nothing;
  /** What a detail is replaced by when nothing else is typed; empty for a name. */
  "likely.initial": { kind: string };
  "likely.refused": Nothing;
  "likely.none": Nothing;
  "likely.done": { replaced: number; kept: number; left: number };
  "likely.form": Nothing;
  "likely.places": Nothing;
  "likely.kind": { kind: string };
  "likely.how": { count: number };
  "likely.found": { count: number };
  "apply.document": { file: string; lines: string };
  "apply.session": { session: string; count: number };
  "apply.changed": { file: string; count: number };
  "apply.exports": Nothing;
  "apply.export": { id: string; day: string; audience: string; path: string; isHere: boolean };
  "apply.ledger": { texts: number; corrections: string };
  "apply.lapsed": { sections: string };
  /** Asked before files that the program wrote are deleted. */
  "apply.delete": { count: number };
  "apply.deleted": { count: number };
  "apply.tracked": Nothing;
  "apply.nothing": Nothing;
  /** `count`: the texts of the study in which a name that was just listed stands. */
  "apply.waiting": { count: number };
  "vault-log.none": Nothing;
  "vault-log.source": Nothing;
  "vault-log.count": Nothing;
  /** `study`: its title. */
  "vault.passphrase": { study: string };
  /** The passphrase was wrong; `left`: how many times it may still be tried. */
  "vault.again": { left: number };
  "vault.slow": { seconds: number };
  "vault.made": { study: string; path: string };
  /** It is where --vault says, which the study does not remember. */
  "vault.elsewhere": Nothing;
  "vault.opened": { path: string; identities: number; sessions: number };
  "vault.adopted": Nothing;
  "vault.adopt": Nothing;
  "vault.make-another": Nothing;
  "vault.proposal": { phrase: string; bits: number };
  "vault.new-passphrase": Nothing;
  "vault.same-passphrase": Nothing;
  "vault.not-the-same": Nothing;
  "vault.too-short": { least: number };
  "vault.passphrase-changed": Nothing;
  "vault.added": { id: string; names: string; replacement: string };
  "vault.renamed": { former: string; replacement: string };
  "vault.renamed-settings": { id: string };
  "vault.imported": { added: number; total: number };
  "vault.exported-to": { file: string; count: number };
  "vault.ignored": { words: string };
  "vault.empty": Nothing;
  "vault.names": Nothing;
  "vault.kind": Nothing;
  "vault.replacement": Nothing;
  "vault.participant": Nothing;
  "vault.kind.person": Nothing;
  "vault.kind.place": Nothing;
  "vault.kind.organisation": Nothing;
  "vault.kind.site": Nothing;
  "vault.ask-name": Nothing;
  "vault.ask-replacement": Nothing;
  "vault.nothing-replaced": { turn: string };
  "vault.no-longer-kept": { turn: string };
  "vault.would-reveal": { turns: string };
}

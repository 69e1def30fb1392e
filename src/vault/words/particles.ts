// Small words that belong to a name, or stand before one.

/** What a surname may begin with. */
export const particles: ReadonlySet<string> = new Set(
  "de d du des la le les l ben bin ibn bou abou abu aboul el al as es ait ould oulad van von der den ter da das dos di del della san mac mc o st saint sainte".split(
    " ",
  ),
);

/** Particles without which the rest is another name: `Ben Ali` is not `Ali`. */
export const boundParticles: ReadonlySet<string> = new Set(
  "ben bin ibn bou abou abu aboul ould oulad san mac mc o st saint sainte".split(" "),
);

/** Articles a place's name may begin with. */
export const articles: ReadonlySet<string> = new Set(["le", "la", "les", "l"]);

/** After which a bare surname is a person, in any case. */
export const titles: ReadonlySet<string> = new Set(
  "mme mmes mlle mlles mle mr monsieur messieurs madame mesdames mademoiselle mesdemoiselles docteur docteure dr professeur professeure maitre monseigneur".split(
    " ",
  ),
);

/** Titles only when they have a capital: `M. Petit`, `Me Petit`, `Pr Petit`, and not `me`. */
export const capitalTitles: ReadonlySet<string> = new Set(["m", "mm", "me", "mes", "pr", "mgr"]);

/** Before several of a name: `les Durands`. */
export const severals: ReadonlySet<string> = new Set(
  "les des aux ces mes tes ses nos vos leurs deux trois quatre plusieurs quelques tous toutes jeunes".split(
    " ",
  ),
);

/** What a hyphen may join to a name without making it another. */
export const suffixes: ReadonlySet<string> = new Set(
  "la ci meme memes t il elle on ils elles je tu nous vous moi toi lui leur leurs y en le les ce".split(" "),
);

export const prefixes: ReadonlySet<string> = new Set(
  "ex anti pro non pseudo post quasi super mini".split(" "),
);

/** Words a place or an organisation is called by before its own name: `collège Jules-Ferry`. */
export const generics: ReadonlySet<string> = new Set(
  `college lycee ecole maternelle universite fac faculte cite quartier residence tour batiment barre bloc
  immeuble rue avenue boulevard place square impasse allee chemin parc stade gymnase piscine mairie commune
  ville village hopital clinique chu ehpad foyer mecs itep ime centre maison mission association asso club
  federation fondation service structure compagnie societe entreprise cabinet commissariat tribunal prison
  gare station metro eglise mosquee paroisse theatre cinema mediatheque bibliotheque creche crous micro
  dispositif equipe secteur zone camp hameau domaine clos mas`.split(/\s+/),
);

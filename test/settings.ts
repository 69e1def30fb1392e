// Settings that a test is not about: a study without names to hide, its consents on paper.
export const whole = { minimum: 1, askAgainAfter: null, sections: [] } as const;

export const unguarded = { vault: "none", consent: "elsewhere", retention: {}, indistinct: 3 } as const;

/** The words of the command line that make such a study; its folder comes last. */
export const newStudy: readonly string[] =
  "init --title Étude --group Groupe --names none --consent elsewhere --yes".split(" ");

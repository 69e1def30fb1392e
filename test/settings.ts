// Settings that a test is not about: a study without names to hide, its consents on paper.
export const whole = { minimum: 1, askAgainAfter: null, sections: [] } as const;

export const unguarded = { vault: "none", consent: "elsewhere", retention: {}, indistinct: 3 } as const;

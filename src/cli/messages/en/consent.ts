// Consents and the pact, in English.
import type { Texts } from "../catalogue.ts";
import type { ConsentTexts } from "../consent.ts";

export const consentTexts: Texts<ConsentTexts> = {
  "purpose.recording": () => "recording",
  "purpose.transcription": () => "transcription",
  "purpose.analysis": () => "analysis",
  "purpose.quotation": () => "quotation",
  "purpose.publication": () => "publication",
  "purpose.archiving": () => "archiving",
  "consent.answer.given": () => "agrees",
  "consent.answer.refused": () => "refuses",
  "consent.answer.withdrawn": () => "withdraws their agreement",
  "attribution.pseudonym": () => "pseudonym",
  "attribution.description": () => "description",
  "attribution.none": () => "no name",
  "retained.recordings": () =>
    "what refers to the recordings (fingerprint of the original file, times of the turns of speech)",
  "retained.transcripts": () => "the turns of speech, the sheets of the sessions and their codes",
  "retained.returns": () => "what the participants sent back, and the words of their corrections",

  "ask.vault": () => "Can real names (people, places, organisations) be in the transcripts?",
  "ask.consent": () => "Where do you note what each person consents to?",
  "vault.kept": () => "yes: keep them apart, encrypted, and replace them while importing",
  "vault.without": () => "no: transcripts come without any name",
  "consent.kept": () => "here: nobody is quoted without their agreement",
  "consent.on-paper": () => "elsewhere, on paper: the program checks nothing",

  "consent.recorded": ({ person, answer, what, day }) => `${person} ${answer}: ${what} (${day})`,
  "consent.known": ({ person, answer, what }) => `${person} ${answer}, already recorded: ${what}`,
  "consent.quoted-as": ({ purpose, name }) => `${purpose} (${name})`,
  "consent.follows-quotation": () =>
    "From now on: `retour build` will not quote their words, and nothing that quotes them will leave the group.",
  "consent.follows-publication": () => "From now on: nothing that quotes their words will be made public.",
  "consent.follows-words": ({ people }) =>
    `Their words stay in the study. To remove them: retour withdraw ${people}`,
  "consent.nobody": () => "Nobody to ask. To add someone: retour participant add",
  "consent.legend": () => "✓ agreed   ✗ refused or withdrawn   · not asked yet",
  "consent.yes": () => "yes",
  "consent.no-refused": () => "refused",
  "consent.no-withdrawn": () => "withdrawn",
  "heading.person": () => "person",
  "heading.quoted-as": () => "name shown",

  "pact.heading": ({ version, isAgreedTo }) =>
    `The pact, version ${String(version)}${isAgreedTo ? "" : " (nobody has agreed to it yet)"}`,
  "pact.changed": ({ version, people }) =>
    `What changed since version ${String(version)}, agreed to by ${people}:`,
  "pact.agreed": ({ people }) => `Agreed: ${people}`,
  "pact.again": ({ people }) => `To be asked again, the text has changed: ${people}`,
  "pact.never": ({ people }) => `To be asked: ${people}`,
  "pact.recorded": ({ people, version }) => `Agreed to the pact, version ${String(version)}: ${people}`,
  "pact.known": ({ people, version }) =>
    `Already recorded, agreed to the pact, version ${String(version)}: ${people}`,

  "status.consents": () => "Consents that are missing:",
  "status.no-consent": ({ people, what }) => `${people}: ${what}`,
  "status.all-purposes": () => "all of them",
  "status.refused-purpose": ({ purpose }) => `${purpose} (said no)`,
  "status.pact": ({ version, agreed, earlier, never }) =>
    `Pact, version ${String(version)}: ${[
      agreed === "" ? "nobody has agreed yet" : `agreed ${agreed}`,
      ...(earlier === "" ? [] : [`to be asked again, the text has changed, ${earlier}`]),
      ...(never === "" ? [] : [`to be asked ${never}`]),
    ].join("; ")}`,
  "status.due": ({ what, day }) => `To be removed, ${day} is past: ${what}. \`retour purge\` will do it.`,
  "status.soon": ({ what, day, days }) =>
    `To be removed ${days === 0 ? "after today" : `in ${String(days)} day${days > 1 ? "s" : ""}`} (${day}): ${what}.`,
};

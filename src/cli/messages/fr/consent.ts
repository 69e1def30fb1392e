// Consents and the pact, in French.
import type { Texts } from "../catalogue.ts";
import type { ConsentTexts } from "../consent.ts";

export const consentTexts: Texts<ConsentTexts> = {
  "consent.none": () => "Aucun consentement n’est noté.",
};

// Consents and the pact, in English.
import type { Texts } from "../catalogue.ts";
import type { ConsentTexts } from "../consent.ts";

export const consentTexts: Texts<ConsentTexts> = {
  "consent.none": () => "No consent is recorded.",
};

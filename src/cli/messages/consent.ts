// The texts of `consent` and `pact`, apart from the room's own messages.
export interface ConsentTexts {
  "consent.none": Record<string, never>;
}

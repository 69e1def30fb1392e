// Lines of oral French that tests put into files, and what they compare of them.
import fc from "fast-check";

/** Letters and digits only: how words were laid out aside. */
export const letters = (said: string): string => said.replace(/[^\p{L}\p{N}]/gu, "");

/** A line that starts like no name. `signs`: what the format may take for its own. */
export const spokenLine = (signs: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.stringMatching(/^[a-zéàçœ’'-]{1,9}$/),
        fc.constantFrom("oui", "Non", "42", "…", "»", "il m’a dit :", "à 14:30", ...signs),
      ),
      { minLength: 1, maxLength: 7 },
    )
    .map((words) => `et ${words.join(" ")}`);

// Which language the person reads, and its texts, loaded alone.
import type { Help, Language } from "./messages/catalogue.ts";

/** --lang, then RETOUR_LANG, then the locale: French when the locale is French, else English. */
export function chooseLanguage(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): "fr" | "en" {
  const given = argv.flatMap((word, index) =>
    word === "--lang" ? [argv[index + 1]] : word.startsWith("--lang=") ? [word.slice(7)] : [],
  );
  const wanted = [given.at(-1), env["RETOUR_LANG"]].find((each) => each === "fr" || each === "en");
  if (wanted === "fr" || wanted === "en") return wanted;
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || systemLocale();
  return /^fr/i.test(locale) ? "fr" : "en";
}

/** Windows sets none of the variables. */
function systemLocale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}

export async function loadLanguage(code: "fr" | "en"): Promise<Language> {
  return code === "fr"
    ? (await import("./messages/fr/language.ts")).french
    : (await import("./messages/en/language.ts")).english;
}

/** The help of every verb, which most commands do without. */
export async function loadHelp(code: "fr" | "en"): Promise<Help> {
  return (code === "fr" ? await import("./messages/fr/help.ts") : await import("./messages/en/help.ts")).help;
}

// Every message and text of a language, filled with stand-in values.
import type { Language } from "../src/cli/messages/catalogue.ts";

/** A stand-in that serves as a text and as a number: each value shows its own name. */
const values = new Proxy<Record<string, string>>({}, { get: (_, name) => `‹${String(name)}›` });

export function loadCatalogue(language: Language): { code: string; message: string; hint?: string }[] {
  return Object.entries(language.messages).map(([code, text]) => {
    const say = text as (params: unknown) => { message: string; hint?: string };
    return { code, ...say(values) };
  });
}

export function loadTexts(language: Language): { key: string; text: string }[] {
  return Object.entries(language.texts).map(([key, text]) => {
    const say = text as (params: unknown) => string;
    return { key, text: say(values) };
  });
}

// The program's version, put in by the build (scripts/build.ts).
declare const RETOUR_VERSION: string | undefined;

export const version = typeof RETOUR_VERSION === "string" ? RETOUR_VERSION : "0.0.0-source";

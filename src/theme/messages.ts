// What the theme room refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface ThemeMessages {}

export const { refuse, diagnose } = messages<ThemeMessages>();

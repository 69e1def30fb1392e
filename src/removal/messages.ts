// What the removal room refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

export interface RemovalMessages {
  "removal.unknown-person": { person: string; known: string };
}

export const { refuse, diagnose } = messages<RemovalMessages>();

// What the study room refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface StudyMessages {}

export const { refuse, diagnose } = messages<StudyMessages>();

// What the transcript room refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface TranscriptMessages {}

export const { refuse, diagnose } = messages<TranscriptMessages>();

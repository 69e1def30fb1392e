// What the validation room refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface ValidationMessages {}

export const { refuse, diagnose } = messages<ValidationMessages>();

// What the copy room refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface CopyMessages {}

export const { refuse, diagnose } = messages<CopyMessages>();

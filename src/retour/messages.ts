// What the retour room refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface RetourMessages {}

export const { refuse, diagnose } = messages<RetourMessages>();

// What the office room refuses: files that are damaged, or made to harm.
import { messages } from "../kernel/diagnostic.ts";

export interface OfficeMessages {
  "office.zip-damaged": { file: string };
  "office.zip-too-large": { file: string; megabytes: number };
  "office.zip-too-many": { file: string; count: number };
  "office.zip-path": { file: string };
  "office.protected": { file: string };
  "office.sheet-too-large": { file: string };
  "office.old-format": { file: string };
  "office.ods": { file: string };
  "office.slides": { file: string };
  "office.zip": { file: string };
  "office.entities": { file: string; line: number };
  "office.external-dtd": { file: string; line: number };
  "office.too-deep": { file: string };
}

export const { refuse } = messages<OfficeMessages>();

// A copy that comes back as a Word file.
import { openOffice } from "../office-return.ts";
import type { ReturnReader } from "../return.ts";

export const docxReturn: ReturnReader = { format: "docx", open: openOffice };

// A copy that comes back as an OpenDocument text, as LibreOffice saves it.
import { openOffice } from "../office-return.ts";
import type { ReturnReader } from "../return.ts";

export const odtReturn: ReturnReader = { format: "odt", open: openOffice };

// Word-processor files and what is packed, in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { OfficeMessages } from "../../../office/messages.ts";

export const officeMessages: Catalogue<OfficeMessages> = {
  "office.zip-damaged": ({ file }) => ({
    message: `${file} is incomplete or damaged: it cannot be opened`,
    hint: "Open it in Word or LibreOffice, save it again, then try again; or copy the file anew.",
  }),
  "office.zip-too-large": ({ file, megabytes }) => ({
    message: `${file} unfolds into more than ${String(megabytes)} MB: it is not opened`,
    hint: "It is not an ordinary document. If it holds large pictures, save it without them.",
  }),
  "office.zip-too-many": ({ file, count }) => ({
    message: `${file} holds ${String(count)} files: it is not opened`,
    hint: "This is no ordinary document. Check that it is the right file.",
  }),
  "office.zip-path": ({ file }) => ({
    message: `${file} holds files that would climb out of its folder: it is not opened`,
    hint: "It is not an ordinary document. Ask whoever sent it to save it again.",
  }),
  "office.protected": ({ file }) => ({
    message: `${file} is protected by a password`,
    hint: "Open it, remove the password, save it, then try again.",
  }),
  "office.sheet-too-large": ({ file }) => ({
    message: `${file} is too large a workbook to be a transcript: it has more than 150,000 cells, or more than 32 MB in a sheet`,
    hint: "Check that it is the right file, or copy the transcript into a new workbook.",
  }),
  "office.old-format": ({ file }) => ({
    message: `${file} is in the old format of Word or Excel, which is not read`,
    hint: "Open it and save it as .docx (or .xlsx), then try again.",
  }),
  "office.ods": ({ file }) => ({
    message: `${file} is an OpenDocument spreadsheet (.ods), which is not read`,
    hint: "Save it as .xlsx or .csv, then try again.",
  }),
  "office.slides": ({ file }) => ({
    message: `${file} is a presentation or a drawing, which is not read`,
    hint: "Copy its words into a Word, OpenDocument or text file, then import that.",
  }),
  "office.zip": ({ file }) => ({
    message: `${file} is a package of files (ZIP), or a document of a program that is not known`,
    hint: "Unpack it and import what it holds; if it is a document, save it as .docx, .odt or text.",
  }),
  "office.entities": ({ file, line }) => ({
    message: `${file} declares XML entities (line ${String(line)}): it is not opened`,
    hint: "No transcription program writes them. Export the file again from the program.",
  }),
  "office.external-dtd": ({ file, line }) => ({
    message: `${file} refers to a definition that is elsewhere, on the Internet or in another folder (<!DOCTYPE…, line ${String(line)}): it is never fetched, and the file is not opened`,
    hint: "Open a copy of the file in a text editor, delete this <!DOCTYPE…> up to its >, then try again.",
  }),
  "office.too-deep": ({ file }) => ({
    message: `${file} nests its elements without end: it is not a document`,
    hint: "Check that it is the right file.",
  }),
};

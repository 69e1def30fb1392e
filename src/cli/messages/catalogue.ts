// All codes and all texts of the program, gathered from each area: a language is complete
// or it does not compile.
import type { Catalogue, Params } from "../../kernel/diagnostic.ts";
import type { FileMessages } from "../../kernel/files.ts";
import type { LedgerMessages } from "../../ledger/messages.ts";
import type { VerbName } from "../commands.ts";
import type { FrontMessages, FrontTexts } from "./front.ts";
import type { DemoMessages, DemoTexts } from "./demo.ts";
import type { StudyTexts } from "./study.ts";
import type { StudyMessages } from "../../study/messages.ts";
import type { TranscriptTexts } from "./transcript.ts";
import type { TranscriptMessages } from "../../transcript/messages.ts";
import type { ThemeMessages } from "../../theme/messages.ts";
import type { OfficeMessages } from "../../office/messages.ts";
import type { StatsMessages, StatsTexts } from "./stats.ts";
import type { RetourTexts } from "./retour.ts";
import type { RetourMessages } from "../../retour/messages.ts";
import type { CorrectionTexts } from "./correction.ts";
import type { CopyMessages } from "../../copy/messages.ts";
import type { CorrectionMessages } from "../../correction/messages.ts";
import type { AgreementTexts } from "./agreement.ts";
import type { ValidationMessages } from "../../validation/messages.ts";
import type { PublicationMessages } from "../../publication/messages.ts";
import type { VaultTexts } from "./vault.ts";
import type { VaultMessages } from "../../vault/messages.ts";
import type { ConsentTexts } from "./consent.ts";
import type { RemovalTexts } from "./removal.ts";
import type { RemovalMessages } from "../../removal/messages.ts";

type AllMessages = FileMessages &
  LedgerMessages &
  FrontMessages &
  DemoMessages &
  StudyMessages &
  OfficeMessages &
  TranscriptMessages &
  ThemeMessages &
  StatsMessages &
  RetourMessages &
  CopyMessages &
  CorrectionMessages &
  ValidationMessages &
  PublicationMessages &
  VaultMessages &
  RemovalMessages;

export type AllTexts = FrontTexts &
  DemoTexts &
  StudyTexts &
  TranscriptTexts &
  StatsTexts &
  RetourTexts &
  CorrectionTexts &
  AgreementTexts &
  VaultTexts &
  ConsentTexts &
  RemovalTexts;

/** The texts of one area in one language. */
export type Texts<T> = { readonly [Key in keyof T]: (params: T[Key]) => string };

interface VerbHelp {
  readonly summary: string;
  /** By long option name without dashes, and by argument name. */
  readonly options: Readonly<Record<string, string>>;
  readonly examples: readonly [string, string];
}

export interface Help {
  readonly program: string;
  readonly usage: { readonly program: string; readonly verb: string };
  readonly headings: {
    readonly usage: string;
    readonly options: string;
    readonly commands: string;
    readonly arguments: string;
    readonly examples: string;
  };
  readonly nouns: {
    readonly participant: string;
    readonly group: string;
    readonly session: string;
    readonly vault: string;
  };
  readonly global: Readonly<Record<string, string>>;
  readonly help: string;
  readonly version: string;
  readonly verbs: Readonly<Record<VerbName, VerbHelp>>;
}

export interface Language {
  readonly code: "fr" | "en";
  readonly messages: Catalogue<AllMessages>;
  readonly texts: Texts<AllTexts>;
}

/** A text of the person's language. */
export type Say = <Key extends keyof AllTexts>(key: Key, params: AllTexts[Key]) => string;

/** Says a message by its code; an unknown code shows itself rather than nothing. */
export function sayMessage(
  language: Language,
  code: string,
  params: Params,
): { message: string; hint?: string } {
  // A diagnostic was made by its room's typed makers: its values fit its code.
  type Text = (params: Params) => { message: string; hint?: string };
  const catalogue: Readonly<Record<string, unknown>> = language.messages;
  return (catalogue[code] as Text | undefined)?.(params) ?? { message: code };
}

// What `receive` took in: what each return asks for, what found no place, who is still awaited.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { shown } from "../../kernel/shown.ts";
import { kinds, type Correction } from "../../correction/correction.ts";
import type { RefusedFile } from "../../correction/read-returned.ts";
import { isUnplaced, type Received, type ReceivedReturn } from "../../correction/receive.ts";
import type { Loss } from "../../correction/return.ts";
import type { Settings } from "../../study/settings.ts";
import type { Context, Outcome } from "../run.ts";
import { describe, excerpt, nameOf } from "./correction.ts";
import { table } from "./table.ts";

/** How many of the files left aside are named. */
const NAMED = 10;

/** `folder`: what was found in the folders that were read, when some were. */
export function reportReceived(
  { returns, refused, awaited }: Received,
  settings: Settings,
  context: Context,
  folder?: { readonly leftAside: readonly string[] },
): Outcome {
  const { say } = context;
  const leftAside = folder?.leftAside ?? [];
  const hasCorrections = returns.some(({ corrections }) => corrections.length > 0);
  const lines = [
    // Of a whole folder the table says how many: `retour corrections` says which.
    ...returns.flatMap((each) => returnLines(each, settings, context, folder === undefined)),
    ...(folder === undefined && returns.length < 2 ? [] : [tableOf(returns, settings, context)]),
    ...awaited.map(({ edition, people }) =>
      people.length === 0
        ? say("receive.all-answered", { edition })
        : say("receive.silent", { edition, people: people.map((id) => nameOf(settings, id)).join(", ") }),
    ),
    ...(refused.length > 0
      ? [say("receive.refused", { count: refused.length, files: named(refused.map(({ file }) => file)) })]
      : []),
    ...(leftAside.length > 0
      ? [say("receive.left-aside", { count: leftAside.length, files: named(leftAside) })]
      : []),
    ...(hasCorrections ? [say("receive.next", {})] : []),
  ];
  return {
    json: {
      returns: returns.map(({ copy, participant, corrections, loss }) => ({
        copy,
        participant,
        corrections: corrections.map(({ id, section, kind, before, after, comment }) => ({
          ...{ id, section, kind, before: before.trim(), after: after.trim(), comment },
        })),
        loss,
      })),
      refused: refused.map(({ file, reason }) => ({ file, code: reason.code })),
      leftAside,
    },
    text: lines.filter((line) => line !== "").join("\n"),
    diagnostics: [...returns.flatMap(({ diagnostics }) => diagnostics), ...refused.map(whyRefused)],
    exit: refused.length > 0 ? 1 : 0,
  };
}

function returnLines(
  { copy, participant, corrections, loss, replaced, kept }: ReceivedReturn,
  settings: Settings,
  context: Context,
  isDetailed: boolean,
): string[] {
  const person = nameOf(settings, participant);
  const title = context.say("receive.return", { copy, person, count: corrections.length });
  const details = isDetailed ? corrections.map((each) => describe(each, settings, context)) : [];
  const lost = lossLines(loss, kept, context);
  const names = replaced.reduce((total, { count }) => total + count, 0);
  const told = names > 0 ? [`  ${context.say("receive.replaced-names", { names })}`] : [];
  return isDetailed || lost.length > 0 || names > 0 ? [title, ...details, ...told, ...lost] : [];
}

function whyRefused({ file, reason }: RefusedFile): Diagnostic {
  const { code, params, place } = reason;
  return { code, severity: "error", params, place: place ?? { file } };
}

function named(files: readonly string[]): string {
  const more = files.length > NAMED ? ["…"] : [];
  return shown([...files.slice(0, NAMED), ...more].join(", "));
}

/** A line for each return, in the order in which they were read. */
function tableOf(
  returns: readonly ReceivedReturn[],
  settings: Settings,
  { say, paint, world }: Context,
): string {
  if (returns.length === 0) return "";
  const headings = [
    say("receive.who", {}),
    say("receive.files", {}),
    say("receive.unplaced", {}),
    say("receive.corrections", {}),
  ];
  const rows = returns.map(({ copy, participant, format, corrections, loss, isRepeated }) => [
    `${nameOf(settings, participant)} (${copy.split("-", 1).join("")})`,
    [formatName(format, say), ...(isRepeated ? [say("receive.repeated", {})] : [])].join(", "),
    loss.some(isUnplaced) ? String(loss.filter(isUnplaced).length) : "—",
    countByKind(corrections, say),
  ]);
  return `\n${table(headings, rows, paint, { columns: world.stdout.columns })}\n`;
}

function formatName(format: string, say: Context["say"]): string {
  switch (format) {
    case "docx":
    case "odt":
    case "json":
    case "md":
    case "txt":
    case "eml":
    case "oral":
      return say(`return-format.${format}`, {});
    default:
      return format;
  }
}

/** `3 (mineure ×2, nuance ×1)` */
function countByKind(corrections: readonly Correction[], say: Context["say"]): string {
  if (corrections.length === 0) return say("receive.no-corrections", {});
  const counts = kinds.flatMap((kind) => {
    const count = corrections.filter((each) => each.kind === kind).length;
    return count === 0 ? [] : [`${say(`kind.${kind}`, {})}\u00A0×${String(count)}`];
  });
  return `${String(corrections.length)} (${counts.join(", ")})`;
}

/** What found no place, what was said of the whole, and how many lines are no answer. */
function lossLines(loss: readonly Loss[], kept: string | undefined, { say }: Context): string[] {
  const words = (each: Loss): string => excerpt(each.words);
  const under = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`  ${title}`, ...lines.map((line) => `    ${line}`.trimEnd())];
  const isWhole = ({ place }: Loss): boolean => place === "whole";
  const aside = loss.filter((each) => !isUnplaced(each) && !isWhole(each));
  const lines = aside.map(({ place }) => placeOf(place, say)).join(", ");
  return [
    ...under(
      say("loss.title", {}),
      loss.filter(isUnplaced).map((each) => `${placeOf(each.place, say)}  ${words(each)}`),
    ),
    ...under(say("loss.whole", {}), loss.filter(isWhole).map(words)),
    ...(lines === "" ? [] : [`  ${say("loss.aside", { lines, file: shown(kept ?? "") })}`]),
  ];
}

function placeOf(place: string, say: Context["say"]): string {
  const [what = "", detail = ""] = place.split("/", 2);
  switch (what) {
    case "letter":
    case "presentation":
    case "front-matter":
    case "remark":
      return say(`loss.place.${what}`, {});
    case "moved":
    case "layout":
      return say(`loss.place.${what}`, { section: detail });
    case "attribution":
    case "greeting":
    case "signature":
    case "quoted":
      return say(`loss.place.${what}`, { lines: Number(detail) });
    case "attachment":
      return say("loss.place.attachment", { kind: shown(detail) });
    default:
      return shown(place);
  }
}

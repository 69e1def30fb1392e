// Whose names open the lines of a file: those a colon, a time, bold letters, a tab or a table sets
// apart, by the rule of labels.ts, unless another form opens more lines.
import { foldLabel, labelReader, type Labelled } from "./labels.ts";
import { dashesIn, formIn, type Names, type Opened } from "./spoken-forms.ts";
import type { Form, Opening, Piece } from "./spoken-pieces.ts";

/** The way the file has of naming people. */
export function namesIn(pieces: readonly Piece[], isKnown: (folded: string) => boolean): Names {
  const apart = namesApart(pieces, isKnown);
  if (apart.count * 2 > pieces.filter(({ text }) => text !== "").length) return apart;
  const form = formIn(pieces, isKnown);
  if (form && form.count > apart.count) return form;
  return apart.count > 0 ? apart : (dashesIn(pieces) ?? apart);
}

/** How many names of one form make that form a name's. */
const ENOUGH = 2;

/**
 * Every form is read as `Name : words`, so that one rule says who speaks; a name seen once is one
 * all the same when others stand in the same form.
 */
function namesApart(pieces: readonly Piece[], isKnown: (folded: string) => boolean): Names {
  const leads = pieces.map(leadOf);
  const named = new Set(
    pieces.flatMap(({ opening }) => (opening?.isSure === true ? foldLabel(opening.label) : [])),
  );
  const isNamed = (label: string): boolean => isKnown(label) || named.has(label);
  const first = labelReader(leads, isNamed);
  const counts = new Map<Form, number>();
  for (const [index, { opening }] of pieces.entries())
    if (opening && first.read(leads[index] ?? ""))
      counts.set(opening.form, (counts.get(opening.form) ?? 0) + 1);
  const isClear = ({ form }: Opening): boolean =>
    form !== "bold" && form !== "alone" && (counts.get(form) ?? 0) >= ENOUGH;
  const before = named.size;
  for (const [index, { opening }] of pieces.entries())
    if (opening && isClear(opening) && first.unread(leads[index] ?? "")?.count === 1)
      named.add(foldLabel(opening.label));
  const labels = named.size > before ? labelReader(leads, isNamed) : first;
  const read = pieces.map((piece, index) => openedBy(piece, piece.opening, labels.read(leads[index] ?? "")));
  const isBoldOnly = boldOnlyIn(pieces, read, isKnown);
  const isApart = (piece: Piece): boolean => !isBoldOnly(piece.opening);
  const opened = read.map((each, index) => {
    const piece = pieces[index];
    return !piece || isApart(piece) ? each : openedBy(piece, undefined, labels.read(piece.text));
  });
  const speaking = opened.flatMap((each) => each?.label ?? []);
  const speakers = new Set(speaking.map(foldLabel));
  const begins = pieces[opened.findIndex((each) => each !== undefined)]?.index ?? Infinity;
  const isPart = (piece: Piece): boolean => (!piece.opening || !isApart(piece)) && labels.isPart(piece.text);
  return {
    count: speaking.length,
    read: (piece) => {
      const { text, startMs, endMs } = piece;
      const said = opened[piece.index] ?? otherwise(text, speakers);
      if (said) return { startMs, endMs, ...said };
      return isPart(piece) ? { label: null, words: text, startMs, endMs } : undefined;
    },
    // A title in bold letters, above what people say, is no doubtful name.
    unread: (piece) =>
      piece.opening?.form === "alone" && piece.index <= begins
        ? undefined
        : labels.unread(isApart(piece) ? leadOf(piece) : piece.text),
  };
}

/** What the line says once the rule has read its label. */
function openedBy(
  { startMs, endMs }: Piece,
  opening: Opening | undefined,
  labelled: Labelled | undefined,
): Opened | undefined {
  if (opening?.isSure === true) return opening;
  if (!labelled) return undefined;
  const { label, words } = labelled;
  return opening ? { ...opening, label, words: words + opening.words } : { label, words, startMs, endMs };
}

/** A speaker's name before another sign than a colon, in a file of colons: `Enq – words`, `Enq > words`. */
function otherwise(text: string, speakers: ReadonlySet<string>): Labelled | undefined {
  const found = /^([^\s–—>:][^–—>:\t]{0,59}?)(?:\s*[–—>\t]|\s+-)\s+(?=\S)/u.exec(text.slice(0, REACH));
  const [whole = "", label = ""] = found ?? [];
  return speakers.has(foldLabel(label)) ? { label, words: text.slice(whole.length) } : undefined;
}

/** How far into a line the sign after a name is looked for. */
const REACH = 80;

/**
 * Labels that only bold letters set apart, where two people's names or more stand before colons and
 * more often: `**Le plus dur** c’est le froid`.
 */
function boldOnlyIn(
  pieces: readonly Piece[],
  read: readonly (Opened | undefined)[],
  isKnown: (folded: string) => boolean,
): (opening: Opening | undefined) => boolean {
  const named = (isOfForm: (opening: Opening | undefined) => boolean): string[] =>
    pieces
      .flatMap(({ opening }, index) => (isOfForm(opening) ? (read[index]?.label ?? []) : []))
      .map(foldLabel);
  const bold = named((opening) => opening?.form === "bold");
  const colon = named((opening) => !opening || opening.form === "marked");
  const before = new Set(colon);
  const isOfColons = before.size >= 2 && colon.length > bold.length;
  return (opening) => {
    if (!isOfColons || opening?.form !== "bold") return false;
    const folded = foldLabel(opening.label);
    return !before.has(folded) && !isKnown(folded);
  };
}

/** What the rule is asked about: a name that is set apart, as if a colon did it, or the line. */
const leadOf = ({ opening, text }: Piece): string => (opening ? `${opening.label} : ` : text);

// Whose names open the lines of a file: those a colon, a time, bold letters, a tab or a table sets
// apart, by the rule of labels.ts, unless another form opens more lines.
import { foldLabel, labelReader, type Labelled } from "./labels.ts";
import { dashesIn, formIn, type Names } from "./spoken-forms.ts";
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
  const boldOnly = boldOnlyIn(pieces, (piece) => labels.read(leadOf(piece))?.label);
  const isName = ({ opening }: Piece): boolean =>
    opening?.form !== "bold" ||
    opening.isSure ||
    isKnown(foldLabel(opening.label)) ||
    !boldOnly.has(foldLabel(opening.label));
  const leadAs = (piece: Piece): string => (isName(piece) ? leadOf(piece) : piece.text);
  const speaking = pieces.filter((piece) => piece.opening?.isSure === true || labels.read(leadAs(piece)));
  const speakers = new Set(
    speaking.flatMap((piece) =>
      foldLabel(
        piece.opening?.isSure === true ? piece.opening.label : (labels.read(leadAs(piece))?.label ?? ""),
      ),
    ),
  );
  const begins = speaking[0]?.index ?? Infinity;
  return {
    count: speaking.length,
    read: (piece) => {
      const { opening } = piece;
      if (opening?.isSure === true) return opening;
      const isOpening = opening !== undefined && isName(piece);
      const { startMs, endMs, words } = isOpening ? opening : { ...piece, words: "" };
      const labelled = labels.read(leadAs(piece));
      if (labelled) return { label: labelled.label, words: labelled.words + words, startMs, endMs };
      const other = otherwise(piece.text, speakers);
      if (other) return { ...other, startMs: piece.startMs, endMs: piece.endMs };
      const isPart = !isOpening && labels.isPart(piece.text);
      return isPart
        ? { label: null, words: piece.text, startMs: piece.startMs, endMs: piece.endMs }
        : undefined;
    },
    // A title in bold letters, above what people say, is no doubtful name.
    unread: (piece) =>
      piece.opening?.form === "alone" && piece.index <= begins ? undefined : labels.unread(leadAs(piece)),
  };
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
function boldOnlyIn(pieces: readonly Piece[], labelOf: (piece: Piece) => string | undefined): Set<string> {
  const [bold, colon] = [new Set<string>(), new Set<string>()];
  let [bolds, colons] = [0, 0];
  for (const piece of pieces) {
    const label = labelOf(piece);
    if (label === undefined || piece.opening?.isSure === true) continue;
    const { form } = piece.opening ?? { form: "marked" };
    if (form === "bold") bolds += 1;
    if (form === "marked") colons += 1;
    if (form === "bold") bold.add(foldLabel(label));
    if (form === "marked") colon.add(foldLabel(label));
  }
  const isOfColons = colon.size >= 2 && colons > bolds;
  return new Set(isOfColons ? [...bold].filter((label) => !colon.has(label)) : []);
}

/** What the rule is asked about: a name that is set apart, as if a colon did it, or the line. */
const leadOf = ({ opening, text }: Piece): string => (opening ? `${opening.label} : ` : text);

// Whose names open the lines of a file: those a colon, a time, bold letters, a tab or a table sets
// apart, by the rule of labels.ts, unless another form opens more lines.
import { foldLabel, labelReader } from "./labels.ts";
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
    if (opening && isClear(opening) && first.isDoubtful(leads[index] ?? ""))
      named.add(foldLabel(opening.label));
  const labels = named.size > before ? labelReader(leads, isNamed) : first;
  const speaking = pieces.filter(
    ({ opening }, index) => opening?.isSure === true || labels.read(leads[index] ?? ""),
  );
  const begins = speaking[0]?.index ?? Infinity;
  return {
    count: speaking.length,
    read: (piece) => {
      const { opening } = piece;
      if (opening?.isSure === true) return opening;
      const labelled = labels.read(leadOf(piece));
      if (!labelled) return undefined;
      const { startMs, endMs } = opening ?? piece;
      return { label: labelled.label, words: labelled.words + (opening?.words ?? ""), startMs, endMs };
    },
    // A title in bold letters, above what people say, is no doubtful name.
    isDoubtful: (piece) =>
      labels.isDoubtful(leadOf(piece)) && (piece.opening?.form !== "alone" || piece.index > begins),
  };
}

/** What the rule is asked about: a name that is set apart, as if a colon did it, or the line. */
const leadOf = ({ opening, text }: Piece): string => (opening ? `${opening.label} : ` : text);

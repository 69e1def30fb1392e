// Edits as OpenDocument XML: words taken out stand in regions before the text, words put in
// between two marks, or nothing is tracked (ODF 1.3 part 3, 5.5).
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Dice } from "./dice.ts";
import { NOTE, type Block } from "./document.ts";
import { textOf, type Edited, type EditedBlock, type EditedLetter } from "./edited.ts";
import { grouped } from "./markdown.ts";
import {
  allNamed,
  childrenNamed,
  element,
  mapNamed,
  parseTree,
  withChildren,
  writeDocument,
  type Element,
  type XmlNode,
} from "./tree.ts";

/** One letter of a paragraph as the copy has it. */
interface Unit {
  readonly ch: string;
  /** The span or the link around it. */
  readonly around: Element | undefined;
  readonly note?: Element;
}

interface Source {
  readonly paragraph: Element;
  readonly units: readonly Unit[];
}

/** The bytes of an OpenDocument copy, edited. */
export function editOpenDocument(bytes: Uint8Array, edited: Edited, dice: Dice): Uint8Array {
  const parts = unzipSync(bytes);
  const root = parseTree(strFromU8(parts["content.xml"] ?? new Uint8Array()));
  parts["content.xml"] = strToU8(writeDocument(new OpenDocumentEditing(edited, dice, root).document()));
  return zipSync(parts);
}

class OpenDocumentEditing {
  readonly #edited: Edited;
  readonly #dice: Dice;
  readonly #root: Element;
  readonly #text: readonly XmlNode[];
  readonly #sources = new Map<Block, Source>();
  readonly #looks = new Map<string, Unit>();
  readonly #written = new Map<Block, number>();
  readonly #notes = new Map<string, Element>();
  readonly #regions: Element[] = [];
  /** What stands before the words of the next paragraph. */
  #open: XmlNode[] = [];

  constructor(edited: Edited, dice: Dice, root: Element) {
    this.#edited = edited;
    this.#dice = dice;
    this.#root = root;
    this.#text = allNamed(root, "office:text")[0]?.children ?? [];
    this.#readSources();
  }

  #readSources(): void {
    const { blocks, ids } = this.#edited.made;
    const paragraphs = inOrder(withChildren(this.#root, this.#text));
    const first = `retour_${(ids[0] ?? "").replaceAll("-", "_")}`;
    const start = paragraphs.findIndex((each) =>
      childrenNamed(each, "text:bookmark").some(({ attributes }) => attributes["text:name"] === first),
    );
    const own = paragraphs.slice(start).filter((each) => unitsOf(each).length > 0);
    for (const [index, block] of blocks.filter(({ kind }) => kind !== "note").entries())
      this.#learn(block, own[index]);
    for (const block of blocks.filter(({ kind }) => kind === "note")) {
      const note = this.#notes.get(block.label ?? "");
      this.#learn(block, note === undefined ? undefined : inOrder(note)[0]);
    }
  }

  #learn(block: Block, paragraph: Element | undefined): void {
    const units = paragraph === undefined ? [] : unitsOf(paragraph);
    const text = units.map(({ ch }) => ch).join("");
    if (paragraph === undefined || text !== textOf(block.letters))
      throw new Error(`the copy says otherwise: ${text}`);
    this.#sources.set(block, { paragraph, units });
    for (const [index, { look, note }] of block.letters.entries()) {
      const unit = units[index];
      if (unit === undefined) continue;
      if (note !== undefined && unit.note !== undefined) this.#notes.set(note, unit.note);
      else if (!this.#looks.has(look)) this.#looks.set(look, unit);
    }
  }

  document(): Element {
    const first = [...this.#sources.values()][0]?.paragraph;
    const start = this.#text.findIndex((node) => node === first);
    const sections = this.#edited.order.flatMap((section) => this.#section(section));
    const before = this.#text
      .slice(0, start)
      .map((node) =>
        typeof node === "object" && node.name === "text:tracked-changes"
          ? withChildren(node, this.#regions)
          : node,
      );
    return mapNamed(this.#root, "office:text", (found) => [withChildren(found, [...before, ...sections])]);
  }

  #section(section: number): XmlNode[] {
    const own = this.#edited.blocks.filter((block) => block.section === section && block.kind !== "note");
    const made = grouped(own, (block) => (/cell|item/.test(block.kind) ? block.group : block)).flatMap(
      (run): XmlNode[] => {
        const [first] = run;
        if (first?.kind === "cell") return this.#table(run);
        if (first?.kind === "item") return this.#list(run);
        return first === undefined ? [] : this.#block(first);
      },
    );
    // What was taken out at the end stands after the words before it.
    const rest = this.#open.splice(0);
    return rest.length === 0
      ? made
      : [...made, element("text:p", { "text:style-name": "Text_20_body" }, rest)];
  }

  #isTracked(edit: number | undefined): boolean {
    return edit !== undefined && this.#edited.edits[edit]?.isTracked === true;
  }

  /** None for a paragraph that is gone, or is one with the next. */
  #block(block: EditedBlock): Element[] {
    const isTracked = this.#isTracked(block.edit);
    const isGone = block.end === "del" && block.letters.every(({ fate }) => fate === "del");
    if (isGone && !isTracked) return [];
    if (isGone) {
      // LibreOffice's region for a paragraph and its end: the paragraph, and one of nothing.
      this.#open.push(this.#deletion([this.#plainParagraph(block.letters, block), element("text:p")]));
      return [];
    }
    const inner = this.#inline(block);
    if (block.end === "del") {
      const mark = isTracked ? [this.#deletion([element("text:p"), element("text:p")])] : [];
      this.#open.push(...inner, ...mark);
      return [];
    }
    const content = [...this.#open.splice(0), ...inner];
    if (block.end === "ins" && isTracked && block.from !== undefined && block.isMove === undefined) {
      const [start, end] = this.#insertion();
      this.#open.push(end);
      return [this.#paragraph(block, [...content, start])];
    }
    return [this.#paragraph(block, content)];
  }

  #paragraph(block: EditedBlock, content: readonly XmlNode[]): Element {
    const model = this.#modelOf(block);
    const isHere = block.from !== undefined && this.#sources.get(block.from)?.paragraph === model;
    const bookmarks = isHere && block.isMove === undefined ? childrenNamed(model, "text:bookmark") : [];
    return withChildren(model, [...content, ...bookmarks]);
  }

  #modelOf({ from, kind, group }: EditedBlock): Element {
    const like = this.#edited.made.blocks.filter((block) => block.kind === kind);
    const model = from ?? like.find((block) => block.group === group) ?? like[0];
    const source = model === undefined ? undefined : this.#sources.get(model);
    return source?.paragraph ?? element("text:p");
  }

  #region(name: string, content: readonly XmlNode[]): string {
    const id = `ct${String(this.#regions.length + 1)}`;
    const info = element("office:change-info", {}, [
      element("dc:creator", {}, ["Zoé R."]),
      element("dc:date", {}, ["2026-02-03T10:00:00"]),
    ]);
    this.#regions.push(
      element("text:changed-region", { "xml:id": id, "text:id": id }, [
        element(name, {}, [info, ...content]),
      ]),
    );
    return id;
  }

  #deletion(content: readonly XmlNode[]): Element {
    return element("text:change", { "text:change-id": this.#region("text:deletion", content) });
  }

  #insertion(): [Element, Element] {
    const id = this.#region("text:insertion", []);
    return [
      element("text:change-start", { "text:change-id": id }),
      element("text:change-end", { "text:change-id": id }),
    ];
  }

  #plainParagraph(letters: readonly EditedLetter[], block: EditedBlock): Element {
    for (const letter of letters) this.#unitOf(block, letter);
    const text = textOf(letters).replaceAll(NOTE, "");
    return element("text:p", {}, spaced(text));
  }

  #inline(block: EditedBlock): XmlNode[] {
    const units = block.letters.map((letter) => ({ letter, unit: this.#unitOf(block, letter) }));
    const shown = units.filter(({ letter }) => letter.fate !== "del" || this.#isTracked(letter.edit));
    let key = 0;
    const keyed = shown.map((each, index) => {
      const last = shown[index - 1];
      const isOne =
        last?.letter.fate === each.letter.fate &&
        last.letter.edit === each.letter.edit &&
        last.letter.isRestyled === each.letter.isRestyled &&
        last.unit.around === each.unit.around &&
        each.letter.opens === undefined &&
        last.letter.closes === undefined &&
        each.letter.note === undefined &&
        last.letter.note === undefined;
      if (!isOne || this.#dice.chance(0.01)) key += 1;
      return { ...each, key };
    });
    return grouped(keyed, (each) => each.key).flatMap((piece) => this.#piece(piece));
  }

  #piece(piece: readonly { letter: EditedLetter; unit: Unit }[]): XmlNode[] {
    const [first] = piece;
    if (first === undefined) return [];
    const { letter, unit } = first;
    const text = textOf(piece.map((each) => each.letter));
    const isTracked = letter.fate !== "same" && this.#isTracked(letter.edit);
    if (isTracked && letter.fate === "del") {
      const content = letter.note === undefined ? spaced(text) : [unit.note ?? ""];
      return [this.#deletion([element("text:p", {}, content)])];
    }
    const words = letter.note === undefined ? spaced(text) : [this.#noteOf(letter.note)];
    const styled =
      letter.isRestyled === true
        ? [element("text:span", { "text:style-name": "Strong_20_Emphasis" }, words)]
        : words;
    const around = unit.around === undefined ? styled : [withChildren(unit.around, styled)];
    const [start, end] = isTracked ? this.#insertion() : [];
    return [
      ...piece.flatMap((each) => each.letter.opens ?? []).map((id) => this.#annotation(id)),
      ...(start === undefined ? [] : [start]),
      ...around,
      ...(end === undefined ? [] : [end]),
      ...piece
        .flatMap((each) => each.letter.closes ?? [])
        .map((id) => element("office:annotation-end", { "office:name": id })),
    ];
  }

  #annotation(id: string): Element {
    const words = this.#edited.comments.find((comment) => comment.id === id)?.words ?? "";
    return element("office:annotation", { "office:name": id }, [
      element("dc:creator", {}, ["Zoé R."]),
      element("dc:date", {}, ["2026-02-03T10:00:00"]),
      element("text:p", {}, [words]),
    ]);
  }

  #noteOf(label: string): Element {
    const block = this.#edited.blocks.find((each) => each.label === label);
    const known = this.#notes.get(label);
    if (block === undefined) throw new Error(`no note ${label}`);
    const paragraph = element("text:p", { "text:style-name": "Footnote" }, this.#inline(block));
    const citation = known === undefined ? [] : childrenNamed(known, "text:note-citation");
    return element("text:note", { "text:id": `ftn${label}`, "text:note-class": "footnote" }, [
      ...(citation.length > 0 ? citation : [element("text:note-citation", {}, ["9"])]),
      element("text:note-body", {}, [paragraph]),
    ]);
  }

  #unitOf(block: EditedBlock, letter: EditedLetter): Unit {
    const { from, isMove, end } = block;
    if (letter.fate === "ins" || from === undefined || (isMove === true && end === "ins"))
      return { ch: letter.ch, around: this.#looks.get(letter.look)?.around };
    const at = this.#written.get(from) ?? 0;
    this.#written.set(from, at + 1);
    const unit = this.#sources.get(from)?.units[at];
    if (unit?.ch !== letter.ch) throw new Error(`not the letter of the copy: ${letter.ch}`);
    return unit;
  }

  #list(items: readonly EditedBlock[]): XmlNode[] {
    const list = this.#holderOf("text:list", items);
    const made = items.flatMap((item) =>
      this.#block(item).map((each) => element("text:list-item", {}, [each])),
    );
    return made.length === 0 ? [] : [withChildren(list, made)];
  }

  #holderOf(name: string, blocks: readonly EditedBlock[]): Element {
    const found = allNamed(withChildren(this.#root, this.#text), name).find((each) =>
      inOrder(each).some((paragraph) =>
        blocks.some(({ from }) => from !== undefined && this.#sources.get(from)?.paragraph === paragraph),
      ),
    );
    if (found === undefined) throw new Error(`no ${name}`);
    return found;
  }

  /** Rows come and go without being tracked: LibreOffice 7.4 tracks their words alone. */
  #table(cells: readonly EditedBlock[]): XmlNode[] {
    // What was taken out before a table stands in a paragraph of its own.
    const rest = this.#open.splice(0);
    const table = this.#holderOf("table:table", cells);
    const made = grouped(cells, ({ row }) => row).flatMap((row): Element[] => {
      if (row.every(({ end }) => end === "del")) return [];
      return [
        element("table:table-row", { "table:style-name": "Row" }, [
          ...row.map((cell) =>
            element("table:table-cell", { "table:style-name": "Cell", "office:value-type": "string" }, [
              this.#paragraph(cell, this.#inline(cell)),
            ]),
          ),
        ]),
      ];
    });
    const [header, ...others] = made;
    const columns = childrenNamed(table, "table:table-column");
    return [
      ...(rest.length === 0 ? [] : [element("text:p", {}, rest)]),
      withChildren(table, [
        ...columns,
        element("table:table-header-rows", {}, header === undefined ? [] : [header]),
        ...others,
      ]),
      element("text:p", { "text:style-name": "Text_20_body" }),
    ];
  }
}

/** Paragraphs and headings in their order, those of notes left out. */
function inOrder(parent: Element): Element[] {
  return parent.children.flatMap((node) => {
    if (typeof node === "string") return [];
    return node.name === "text:p" || node.name === "text:h" ? [node] : inOrder(node);
  });
}

/** Text with the spaces at its ends as elements: beside other spaces, plain ones fall together. */
function spaced(text: string): XmlNode[] {
  const space = (is: boolean): XmlNode[] => (is ? [element("text:s")] : []);
  if (text === " ") return space(true);
  const [starts, ends] = [text.startsWith(" "), text.endsWith(" ")];
  return [...space(starts), text.slice(starts ? 1 : 0, ends ? -1 : undefined), ...space(ends)];
}

/** The letters of a paragraph, as the writer of copies writes them. */
function unitsOf(node: Element, around?: Element): Unit[] {
  return node.children.flatMap((child): Unit[] => {
    if (typeof child === "string") return child.split("").map((ch) => ({ ch, around }));
    if (child.name === "text:note") return [{ ch: NOTE, around, note: child }];
    if (child.name === "text:s")
      return Array.from({ length: Number(child.attributes["text:c"] ?? "1") }, () => ({ ch: " ", around }));
    return child.name === "text:span" || child.name === "text:a" ? unitsOf(child, child) : [];
  });
}

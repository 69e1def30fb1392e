// Edits as Word XML: runs split at random, changes tracked or accepted (ECMA-376 part 1, 17.13.5).
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
  textIn,
  withChildren,
  writeDocument,
  type Element,
  type XmlNode,
} from "./tree.ts";

/** One letter of a paragraph as the copy has it. */
interface Unit {
  readonly ch: string;
  readonly properties: Element | undefined;
  readonly link: Element | undefined;
  readonly note?: string;
}

interface Source {
  readonly paragraph: Element;
  readonly units: readonly Unit[];
}

/** The bytes of a Word copy, edited. */
export function editWord(bytes: Uint8Array, edited: Edited, dice: Dice): Uint8Array {
  const parts = unzipSync(bytes);
  const part = (name: string): Element => parseTree(strFromU8(parts[name] ?? new Uint8Array()));
  const editing = new WordEditing(edited, dice, part("word/document.xml"), part("word/footnotes.xml"));
  const document = editing.document();
  const made: Record<string, Element> = {
    "word/document.xml": document,
    "word/footnotes.xml": editing.footnotes(),
    "word/comments.xml": editing.comments(part("word/comments.xml")),
  };
  for (const [name, root] of Object.entries(made)) parts[name] = strToU8(writeDocument(root));
  return zipSync(parts);
}

class WordEditing {
  readonly #edited: Edited;
  readonly #dice: Dice;
  readonly #root: Element;
  readonly #body: readonly XmlNode[];
  readonly #notes: Element;
  readonly #sources = new Map<Block, Source>();
  readonly #looks = new Map<string, Unit>();
  /** How many letters of each block are written. */
  readonly #written = new Map<Block, number>();
  readonly #noteIds = new Map<string, string>();
  #id = 9000;

  constructor(edited: Edited, dice: Dice, root: Element, notes: Element) {
    this.#edited = edited;
    this.#dice = dice;
    this.#root = root;
    this.#body = childrenNamed(root, "w:body")[0]?.children ?? [];
    this.#notes = notes;
    this.#readSources();
  }

  #readSources(): void {
    const { blocks, ids } = this.#edited.made;
    const paragraphs = allNamed(withChildren(this.#root, this.#body), "w:p");
    const first = `retour_${(ids[0] ?? "").replaceAll("-", "_")}`;
    const start = paragraphs.findIndex((each) =>
      allNamed(each, "w:bookmarkStart").some(({ attributes }) => attributes["w:name"] === first),
    );
    const own = paragraphs.slice(start).filter((each) => unitsOf(each).length > 0);
    const body = blocks.filter(({ kind }) => kind !== "note");
    for (const [index, block] of body.entries()) this.#learn(block, own[index]);
    for (const block of blocks.filter(({ kind }) => kind === "note")) {
      const id = this.#noteIds.get(block.label ?? "");
      const note = childrenNamed(this.#notes, "w:footnote").find(
        ({ attributes }) => attributes["w:id"] === id,
      );
      this.#learn(block, note === undefined ? undefined : allNamed(note, "w:p")[0]);
    }
  }

  #learn(block: Block, paragraph: Element | undefined): void {
    const units = paragraph === undefined ? [] : unitsOf(paragraph);
    const text = units.map(({ ch }) => ch).join("");
    if (paragraph === undefined || text.trimStart() !== textOf(block.letters))
      throw new Error(`the copy says otherwise: ${text}`);
    const trimmed = units.slice(text.length - text.trimStart().length);
    this.#sources.set(block, { paragraph, units: trimmed });
    for (const [index, { look, note }] of block.letters.entries()) {
      const unit = trimmed[index];
      if (unit === undefined) continue;
      if (note !== undefined && unit.note !== undefined) this.#noteIds.set(note, unit.note);
      else if (!this.#looks.has(look)) this.#looks.set(look, unit);
    }
  }

  document(): Element {
    const first = [...this.#sources.values()][0]?.paragraph;
    const start = this.#body.findIndex((node) => node === first);
    const sections = this.#edited.order.flatMap((section) => this.#section(section));
    const body = [...this.#body.slice(0, start), ...sections, ...this.#body.slice(-1)];
    return mapNamed(this.#root, "w:body", (found) => [withChildren(found, body)]);
  }

  #section(section: number): XmlNode[] {
    const own = this.#edited.blocks.filter((block) => block.section === section && block.kind !== "note");
    return grouped(own, (block) => (block.kind === "cell" ? block.group : block)).flatMap(
      (run): XmlNode[] => {
        const [first] = run;
        if (first === undefined) return [];
        return first.kind === "cell" ? this.#table(run) : this.#paragraphs(first);
      },
    );
  }

  #isTracked(edit: number | undefined): boolean {
    return edit !== undefined && this.#edited.edits[edit]?.isTracked === true;
  }

  // Paragraphs that were joined, and not tracked, are written when the last of them is.
  #open: XmlNode[] = [];

  #paragraphs(block: EditedBlock): XmlNode[] {
    const isTracked = this.#isTracked(block.edit);
    const inner = this.#inline(block);
    if (block.end === "del" && !isTracked) {
      this.#open.push(...inner);
      return [];
    }
    const content = [...this.#open.splice(0), ...inner];
    return [this.#paragraph(block, content)];
  }

  #paragraph(block: EditedBlock, content: readonly XmlNode[]): Element {
    const model = this.#modelOf(block);
    const properties = childrenNamed(model, "w:pPr")[0] ?? element("w:pPr");
    const isMarked = block.end !== "same" && this.#isTracked(block.edit);
    const name = block.isMove === true ? { ins: "moveTo", del: "moveFrom" } : { ins: "ins", del: "del" };
    const mark =
      isMarked && block.end !== "same" ? [element("w:rPr", {}, [this.#change(name[block.end])])] : [];
    const isHere = block.from !== undefined && this.#sources.get(block.from)?.paragraph === model;
    // A section's bookmark goes with its title.
    const bookmarks = isHere
      ? [...childrenNamed(model, "w:bookmarkStart"), ...childrenNamed(model, "w:bookmarkEnd")]
      : [];
    const attributes = this.#dice.chance(0.3)
      ? { "w:rsidR": this.#rsid(), "w:rsidRDefault": this.#rsid() }
      : {};
    return element("w:p", attributes, [
      withChildren(properties, [...properties.children, ...mark]),
      ...bookmarks.slice(0, 1),
      ...content,
      ...bookmarks.slice(1),
    ]);
  }

  /** The paragraph it was, or one of its kind. */
  #modelOf({ from, kind, group }: EditedBlock): Element {
    const like = this.#edited.made.blocks.filter((block) => block.kind === kind);
    const model = from ?? like.find((block) => block.group === group) ?? like[0];
    const source = model === undefined ? undefined : this.#sources.get(model);
    return source?.paragraph ?? element("w:p");
  }

  #rsid(): string {
    return `00${this.#dice.number(0x100000, 0xffffff).toString(16).toUpperCase()}`;
  }

  #change(name: string, children: readonly XmlNode[] = []): Element {
    const attributes = {
      "w:id": String((this.#id += 1)),
      "w:author": "Zoé R.",
      "w:date": "2026-02-03T10:00:00Z",
    };
    return element(`w:${name}`, attributes, children);
  }

  #inline(block: EditedBlock): XmlNode[] {
    const units = block.letters.map((letter) => ({ letter, unit: this.#unitOf(block, letter) }));
    const shown = units.filter(({ letter }) => letter.fate !== "del" || this.#isTracked(letter.edit));
    const pieces = grouped(this.#cut(shown), (each) => each.key);
    return pieces.flatMap((piece) => {
      const [first] = piece;
      if (first === undefined) return [];
      const { letter, unit } = first;
      const isTracked = letter.fate !== "same" && this.#isTracked(letter.edit);
      const runs = this.#runs(piece, isTracked && letter.fate === "del");
      const isMove = block.isMove === true && letter.edit === block.edit;
      const name = letter.fate === "ins" ? (isMove ? "moveTo" : "ins") : isMove ? "moveFrom" : "del";
      const changed = isTracked ? [this.#change(name, runs)] : runs;
      const linked = unit.link === undefined ? changed : [withChildren(unit.link, changed)];
      return [
        ...piece
          .flatMap((each) => each.letter.opens ?? [])
          .map((id) => element("w:commentRangeStart", { "w:id": id })),
        ...linked,
        ...piece
          .flatMap((each) => each.letter.closes ?? [])
          .flatMap((id) => [
            element("w:commentRangeEnd", { "w:id": id }),
            element("w:r", {}, [element("w:commentReference", { "w:id": id })]),
          ]),
      ];
    });
  }

  /** Cuts letters where something changes, where a comment begins or ends, and by chance. */
  #cut(
    list: readonly { letter: EditedLetter; unit: Unit }[],
  ): { letter: EditedLetter; unit: Unit; key: number }[] {
    let key = 0;
    return list.map((each, index) => {
      const last = list[index - 1];
      const isOne =
        last?.letter.fate === each.letter.fate &&
        last.letter.edit === each.letter.edit &&
        last.letter.isRestyled === each.letter.isRestyled &&
        last.unit.properties === each.unit.properties &&
        last.unit.link === each.unit.link &&
        each.letter.opens === undefined &&
        last.letter.closes === undefined &&
        each.letter.note === undefined &&
        last.letter.note === undefined;
      if (!isOne || this.#dice.chance(0.02)) key += 1;
      return { ...each, key };
    });
  }

  #runs(piece: readonly { letter: EditedLetter; unit: Unit }[], isDeleted: boolean): Element[] {
    const [first] = piece;
    if (first === undefined) return [];
    const { letter, unit } = first;
    const own = unit.properties?.children ?? [];
    const restyled = [
      element("w:b"),
      element("w:bCs"),
      ...own,
      this.#change("rPrChange", [element("w:rPr", {}, own)]),
    ];
    const properties = letter.isRestyled === true ? element("w:rPr", {}, restyled) : unit.properties;
    const attributes: Record<string, string> = this.#dice.chance(0.2) ? { "w:rsidR": this.#rsid() } : {};
    const content =
      letter.note === undefined
        ? element(isDeleted ? "w:delText" : "w:t", { "xml:space": "preserve" }, [
            textOf(piece.map((each) => each.letter)),
          ])
        : element("w:footnoteReference", { "w:id": this.#idOfNote(letter.note) });
    return [element("w:r", attributes, [...(properties === undefined ? [] : [properties]), content])];
  }

  /** The letter as the copy has it; of a new one, how it looks. */
  #unitOf(block: EditedBlock, letter: EditedLetter): Unit {
    const { from, isMove, end } = block;
    const plain: Unit = { ch: letter.ch, properties: undefined, link: undefined };
    if (letter.fate === "ins" || from === undefined || (isMove === true && end === "ins")) {
      const like = this.#looks.get(letter.look);
      return { ...plain, properties: like?.properties, link: like?.link };
    }
    const at = this.#written.get(from) ?? 0;
    this.#written.set(from, at + 1);
    const unit = this.#sources.get(from)?.units[at];
    if (unit?.ch !== letter.ch) throw new Error(`not the letter of the copy: ${letter.ch}`);
    return unit;
  }

  #table(cells: readonly EditedBlock[]): XmlNode[] {
    const table = this.#body.find(
      (node): node is Element =>
        typeof node === "object" &&
        node.name === "w:tbl" &&
        allNamed(node, "w:p").some((each) =>
          cells.some(({ from }) => from !== undefined && this.#sources.get(from)?.paragraph === each),
        ),
    );
    if (table === undefined) throw new Error("no table");
    const rows = childrenNamed(table, "w:tr");
    const made = grouped(cells, ({ row }) => row).flatMap((row): Element[] => {
      const [first] = row;
      if (first === undefined) return [];
      const isTracked = this.#isTracked(first.edit);
      const isGone = first.end === "del" && row.every((cell) => cell.end === "del");
      if (isGone && !isTracked) return [];
      const model = rows.find((each) => this.#holds(each, first)) ?? rows.at(-1);
      const properties = model === undefined ? undefined : childrenNamed(model, "w:trPr")[0];
      const mark = first.end === "same" || !isTracked ? [] : [this.#change(first.end)];
      const models = model === undefined ? [] : childrenNamed(model, "w:tc");
      return [
        element("w:tr", {}, [
          element("w:trPr", {}, [...(properties?.children ?? []), ...mark]),
          ...row.map((cell, column) =>
            element("w:tc", {}, [
              ...childrenNamed(models[column] ?? element("w:tc"), "w:tcPr"),
              this.#paragraph(cell, this.#inline(cell)),
            ]),
          ),
        ]),
      ];
    });
    const others = table.children.filter((node) => typeof node === "string" || node.name !== "w:tr");
    return [withChildren(table, [...others, ...made]), element("w:p")];
  }

  #holds(row: Element, { from }: EditedBlock): boolean {
    const source = from === undefined ? undefined : this.#sources.get(from);
    return source !== undefined && allNamed(row, "w:p").includes(source.paragraph);
  }

  #idOfNote(label: string): string {
    const known = this.#noteIds.get(label);
    if (known !== undefined) return known;
    const id = String(500 + this.#noteIds.size);
    this.#noteIds.set(label, id);
    return id;
  }

  footnotes(): Element {
    const notes = this.#edited.blocks.filter(({ kind }) => kind === "note");
    const made = notes.flatMap((block): Element[] => {
      if (block.isCalledOff === true && !this.#isTracked(block.edit)) return [];
      const id = this.#idOfNote(block.label ?? "");
      const sign = element("w:r", {}, [element("w:footnoteRef")]);
      const space = element("w:r", {}, [element("w:t", { "xml:space": "preserve" }, [" "])]);
      const paragraph = this.#paragraph({ ...block, end: "same" }, [sign, space, ...this.#inline(block)]);
      return [element("w:footnote", { "w:id": id }, [paragraph])];
    });
    const separators = childrenNamed(this.#notes, "w:footnote").filter(
      ({ attributes }) => attributes["w:type"],
    );
    return withChildren(this.#notes, [...separators, ...this.#dice.shuffled(made)]);
  }

  comments(root: Element): Element {
    const made = this.#edited.comments.map(({ id, words }) =>
      element("w:comment", { "w:id": id, "w:author": "Zoé R." }, [
        element("w:p", {}, [element("w:r", {}, [element("w:t", {}, [words])])]),
      ]),
    );
    return withChildren(root, [...root.children, ...made]);
  }
}

/** The letters of a paragraph, as the writer of copies writes them. */
function unitsOf(paragraph: Element): Unit[] {
  const ofRun = (run: Element, link: Element | undefined): Unit[] => {
    const [properties] = childrenNamed(run, "w:rPr");
    return run.children.flatMap((child): Unit[] => {
      if (typeof child === "string" || child.name === "w:rPr") return [];
      if (child.name === "w:t")
        return textIn(child)
          .split("")
          .map((ch) => ({ ch, properties, link }));
      const note = child.attributes["w:id"];
      if (child.name === "w:footnoteReference" && note !== undefined)
        return [{ ch: NOTE, properties, link, note }];
      return [];
    });
  };
  return paragraph.children.flatMap((child): Unit[] => {
    if (typeof child === "string") return [];
    if (child.name === "w:r") return ofRun(child, undefined);
    return child.name === "w:hyperlink"
      ? childrenNamed(child, "w:r").flatMap((run) => ofRun(run, child))
      : [];
  });
}

// The changes that an OpenDocument text tracks. They are told in regions before the text, where
// the words that were deleted stand; the text names them (ODF 1.3, part 3, section 5.5).
import type { Block, Change } from "./document.ts";
import type { XmlAttributes } from "./xml.ts";

export interface Region {
  readonly change: { kind: Change["kind"]; author: string };
  /** It changed looks alone. */
  isOfLooks: boolean;
  /** What was deleted. */
  blocks: Block[];
  /** What was said of the change. */
  readonly remark: Block[];
}

export class OdtChanges {
  readonly #regions = new Map<string, Region>();
  /** The region that is being read. */
  #region: Region | undefined;
  #isInDeletion = false;
  /** The insertions that have begun and not ended, and the one that began last. */
  readonly #begun = new Set<Region>();
  #insertion: Change | undefined;
  readonly #ofLooks = new Set<Region>();

  /** What the words that are read now are part of. */
  get current(): Change | undefined {
    return this.#isInDeletion ? this.#region?.change : this.#insertion;
  }

  /** How many changes of looks alone the text names. */
  get formattingChanges(): number {
    return this.#ofLooks.size;
  }

  openRegion(attributes: XmlAttributes): void {
    const region: Region = {
      change: { kind: "insertion", author: "" },
      ...{ isOfLooks: false, blocks: [], remark: [] },
    };
    this.#region = region;
    for (const key of [attributes["text:id"], attributes["xml:id"]])
      if (key !== undefined) this.#regions.set(key, region);
  }

  closeRegion(): void {
    this.#region = undefined;
  }

  /** Gives where the deleted words go. What was inserted by one and deleted by another is deleted. */
  openDeletion(): Block[] {
    this.#isInDeletion = true;
    if (this.#region) this.#region.change.kind = "deletion";
    return this.#region?.blocks ?? [];
  }

  closeDeletion(): void {
    this.#isInDeletion = false;
  }

  openFormatting(): void {
    if (this.#region) this.#region.isOfLooks = true;
  }

  /** Gives who is to be named, and where what they say of their change goes. */
  openInfo(): { readonly signed: { author: string }; readonly remark: Block[] } {
    const { change, remark } = this.#region ?? { change: undefined, remark: [] };
    // The second one of a region is of the insertion of what was then deleted.
    return { signed: change?.author === "" ? change : { author: "" }, remark };
  }

  /** Gives the region that begins here, if it is known and not one of deleted words. */
  start(id: string): Region | undefined {
    const region = this.#regions.get(id);
    if (!region || region.change.kind === "deletion") return undefined;
    if (region.isOfLooks) this.#ofLooks.add(region);
    else {
      this.#insertion = region.change;
      this.#begun.add(region);
    }
    return region;
  }

  /** Gives the region that ends here. */
  end(id: string): Region | undefined {
    const region = this.#regions.get(id);
    if (region && this.#begun.delete(region) && this.#begun.size === 0) this.#insertion = undefined;
    return region;
  }

  /** A region of deleted words, once, however often a hostile file names it. */
  take(id: string): Region | undefined {
    const region = this.#regions.get(id);
    if (region?.isOfLooks === true) this.#ofLooks.add(region);
    if (region?.change.kind !== "deletion") return undefined;
    const { blocks } = region;
    region.blocks = [];
    return { ...region, blocks };
  }
}

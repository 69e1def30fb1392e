// What was said in the margin of an OpenDocument text, or of a change in it.
import { textOf, type Block, type Comment } from "./document.ts";
import type { Region } from "./odt-changes.ts";
import { valueOf } from "./xml-names.ts";
import type { XmlAttributes } from "./xml.ts";

interface OpenComment {
  readonly id: string;
  author: string;
  readonly blocks: Block[];
  readonly about: Pick<Comment, "parent" | "isResolved">;
}

export class OdtComments {
  readonly #comments = new Map<string, OpenComment>();
  #added = 0;

  /**
   * A comment that begins. LibreOffice alone says which it answers, since 7.5, and whether it is
   * settled, since 7.0 (`loext:parent-name`, `loext:resolved`); no standard does.
   */
  open(attributes: XmlAttributes): OpenComment {
    const parent = valueOf(attributes, "parent-name");
    const isResolved = valueOf(attributes, "resolved") === "true";
    return this.#add("", [], attributes["office:name"], {
      ...(parent !== undefined && { parent }),
      ...(isResolved && { isResolved }),
    });
  }

  /** What was said of a change; gives its id. */
  ofChange({ change, remark }: Region): string {
    return this.#add(change.author, remark, undefined, {}).id;
  }

  /** It was taken back. */
  remove(id: string): void {
    this.#comments.delete(id);
  }

  get all(): Comment[] {
    return [...this.#comments.values()].map(({ id, author, blocks, about }) => ({
      ...{ id, author, text: textOf(blocks) },
      ...about,
    }));
  }

  /** Its id is its name, when no other has it. */
  #add(author: string, blocks: Block[], name: string | undefined, about: OpenComment["about"]): OpenComment {
    const id = name !== undefined && !this.#comments.has(name) ? name : `#${String(this.#added)}`;
    this.#added += 1;
    const comment = { id, author, blocks, about };
    this.#comments.set(id, comment);
    return comment;
  }
}

// The comments of a Word document, with what answers what and what is resolved ([MS-DOCX], sections
// 2.5.3 and 2.5.4: commentEx names a comment by the id of its last paragraph).
import { textOf, type Comment } from "./document.ts";
import type { Story } from "./docx-story.ts";
import { isOn } from "./docx-styles.ts";
import { localName, valueOf } from "./xml-names.ts";
import { readXml } from "./xml.ts";

interface Extension {
  /** The id of a paragraph of the comment it answers. */
  readonly parent: string | undefined;
  readonly isResolved: boolean;
}

/** `extended`: the part that tells answers from comments; "" when there is none. */
export function readComments(stories: readonly Story[], extended: string, file: string): Comment[] {
  const extensions = readExtensions(extended, file);
  const owners = new Map(
    stories.flatMap(({ id, paragraphs }) => paragraphs.map((each) => [each.toUpperCase(), id])),
  );
  return stories.map(({ id, author, blocks, paragraphs }) => {
    const said = paragraphs.flatMap((each) => extensions.get(each.toUpperCase()) ?? []);
    const answered = said.find(({ parent }) => parent !== undefined)?.parent;
    const parent = answered === undefined ? undefined : owners.get(answered.toUpperCase());
    return {
      author,
      text: textOf(blocks),
      ...(id !== undefined && { id }),
      ...(parent !== undefined && { parent }),
      ...(said.some(({ isResolved }) => isResolved) && { isResolved: true }),
    };
  });
}

function readExtensions(source: string, file: string): Map<string, Extension> {
  const extensions = new Map<string, Extension>();
  if (source === "") return extensions;
  readXml(source, file, {
    open: (name, attributes) => {
      const id = valueOf(attributes, "paraId");
      if (localName(name) !== "commentEx" || id === undefined) return;
      const done = valueOf(attributes, "done");
      extensions.set(id.toUpperCase(), {
        parent: valueOf(attributes, "paraIdParent"),
        isResolved: done !== undefined && isOn(done),
      });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return extensions;
}

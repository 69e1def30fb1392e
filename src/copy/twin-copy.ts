// The copy with every word of the study blurred: what is left of it is the program's own.
import { asSectionId } from "../kernel/ids.ts";
import { blur } from "../retour/blur.ts";
import { BLURRED_ID } from "../vault/scan/twin.ts";
import type { FrozenSection } from "./frozen.ts";
import type { SentCopy } from "./sent-copy.ts";

/** `letter`: the program's own, around blurred words; the copy's is blurred whole when there is none. */
export function twinCopy(copy: SentCopy, letter: string | undefined): SentCopy {
  const { content, group, study } = copy;
  const ids = new Map(
    content.sections.flatMap(({ id }, index) => {
      const other = asSectionId(`${BLURRED_ID}${String(index + 1)}`);
      return other === undefined ? [] : [[id, other]];
    }),
  );
  const twinSection = ({ id, title, text }: FrozenSection): FrozenSection => ({
    id: ids.get(id) ?? id,
    title: blur(title),
    text: blur(text, ids),
  });
  return {
    ...copy,
    group: { id: blur(group.id), title: blur(group.title) },
    study: { ...study, title: blur(study.title) },
    letter: letter ?? blur(copy.letter),
    content: { presentation: blur(content.presentation), sections: content.sections.map(twinSection) },
  };
}

// What is exported with every word of the study blurred: what is left of it is the program's own.
import { blur } from "../retour/blur.ts";
import type { ExportView, SectionView } from "./view.ts";

export function twinView(view: ExportView): ExportView {
  return {
    ...view,
    study: { ...view.study, title: blur(view.study.title) },
    groups: view.groups.map(({ id, title, sections }) => {
      return { id: blur(id), title: blur(title), sections: sections.map(twinSection) };
    }),
    sections: view.sections.map(twinSection),
  };
}

function twinSection({ group, id, title, body }: SectionView): SectionView {
  return { group: blur(group), id: blur(id), title: blur(title), body: blur(body) };
}

/** Its keys, without what they say. */
export function twinManifest(manifest: string): string {
  return manifest.replace(/(": )("(?:[^"\\]|\\.)*")/g, (_, key: string, value: string) => key + blur(value));
}

// Echoes each section's state in its heading, `## La peur {#peur .validated}`, for the reader's
// eye. Never read back: writing it by hand changes nothing.
import { timestamp, type World } from "../kernel/world.ts";
import { readDocuments, type GroupDocument } from "../retour/document.ts";
import { keepContent } from "../retour/store.ts";
import type { Study } from "../study/open.ts";
import { gatherFacts } from "./gather.ts";
import { stateOf, states, type SectionState, type State } from "./state.ts";

/** Brings the echo up to date in every document; gives the states it was made from. */
export async function echoStates(study: Study, world: Pick<World, "now">): Promise<SectionState[]> {
  const documents = await readDocuments(study);
  const { sections } = await gatherFacts(study, documents);
  const found = sections.map(stateOf);
  const changed = documents
    .map((document) => ({ document, text: echoed(document, found) }))
    .filter(({ document, text }) => text !== document.text);
  if (changed.length > 0)
    await study.ledger.write(async (change) => {
      for (const { document, text } of changed) {
        await keepContent(change.db, document.group, text, timestamp(world));
        change.writeFile(document.file, text, document.text);
      }
    });
  return found;
}

/** The document with only its headings' attributes changed, and only where they differ. */
function echoed(document: GroupDocument, found: readonly SectionState[]): string {
  let text = "";
  let at = 0;
  for (const { id, state } of found.filter((each) => each.group === document.group)) {
    const section = document.sections.find((each) => each.id === id);
    if (section === undefined) continue;
    text += document.text.slice(at, section.start);
    text += section.text.replace(/^[^\r\n]*/, (line) => echoHeading(line, id, state));
    at = section.end;
  }
  return text + document.text.slice(at);
}

const heading = /^( {0,3}##)([ \t]+.*?)([ \t]+#+)?([ \t]*)$/;
const attributes = /[ \t]*\{([^{}]*)\}[ \t]*$/;

/** Everything else that stands in the heading stays, other attributes included. */
export function echoHeading(line: string, id: string, state: State): string {
  return line.replace(heading, (whole, mark: string, words: string, closing = "", end: string) => {
    const given = attributes.exec(words)?.[1]?.split(/\s+/).filter(Boolean) ?? [];
    const kept = given.filter((each) => !isEcho(each));
    const named = kept.some((each) => each.startsWith("#")) ? kept : [`#${id}`, ...kept];
    const wanted = [...named, `.${state}`];
    if (wanted.join(" ") === given.join(" ")) return whole;
    return `${mark}${words.replace(attributes, "")} {${wanted.join(" ")}}${String(closing)}${end}`;
  });
}

function isEcho(attribute: string): boolean {
  return states.some((state) => attribute === `.${state}`);
}

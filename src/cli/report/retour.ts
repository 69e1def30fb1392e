// What `build` and `check` tell a person.
import type { Built } from "../../retour/build.ts";
import type { Context } from "../run.ts";

/** What each build did: sections new and updated by name, the others counted; quotes. */
export function reportBuild(built: readonly Built[], { say, paint }: Context): string {
  return built
    .map(({ document, edition, sections, quotes, isOpened, isWritten }) => {
      const changed = sections.filter(({ change }) => change !== "unchanged");
      const lines = [say(isWritten ? "build.done" : "build.nothing", { document, edition })];
      if (isOpened) lines.push(say("build.opened", { edition }));
      for (const { id, change } of changed) {
        const word =
          change === "new"
            ? paint.green(say("build.section.new", {}))
            : paint.cyan(say("build.section.updated", {}));
        lines.push(`  ${change === "new" ? "+" : "~"} ${id}  ${word}`);
      }
      const count = sections.length - changed.length;
      if (count > 0 && isWritten) lines.push(`  = ${say("build.section.unchanged", { count })}`);
      lines.push(say("build.quotes", quotes));
      if (isWritten) lines.push(say("build.next", { document }));
      return lines.join("\n");
    })
    .join("\n\n");
}

/** The JSON of one build; of several, a list. */
export function buildJson(built: readonly Built[], { explain }: Context): object {
  const documents = built.map(({ document, edition, sections, quotes, conflicts, diagnostics }) => ({
    ...{ document, edition, sections, quotes, conflicts },
    diagnostics: diagnostics.map(explain),
  }));
  return documents.length === 1 ? { ...documents[0] } : { documents };
}

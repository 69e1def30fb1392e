// The problems of a file as it is read: the first of each kind are named one by one, the others counted.
import type { Diagnostic, Place } from "../../kernel/diagnostic.ts";
import { diagnose } from "../messages.ts";

/** How many of a kind are named one by one. */
const NAMED = 20;

type Code =
  | "import.damaged"
  | "import.unreadable"
  | "import.stray-words"
  | "import.row-title"
  | "import.two-texts"
  | "import.passage-time"
  | "import.time-backwards"
  | "import.turn-empty";

export class Problems {
  readonly #named: Diagnostic[] = [];
  readonly #kinds = new Map<Code, { severity: "error" | "warning"; count: number }>();

  /** `place` is only asked for what is named: it may take time to find. */
  say(code: Code, severity: "error" | "warning", place: () => Place): void {
    const kind = this.#kinds.get(code) ?? { severity, count: 0 };
    this.#kinds.set(code, kind);
    kind.count += 1;
    if (kind.count <= NAMED) this.#named.push(diagnose(code, severity, {}, place()));
  }

  get diagnostics(): Diagnostic[] {
    const file = this.#named[0]?.place?.file;
    const place = file === undefined ? undefined : { file };
    const more = Array.from(this.#kinds)
      .filter(([, { count }]) => count > NAMED)
      .map(([code, { severity, count: all }]) => {
        const count = all - NAMED;
        return code === "import.damaged" || code === "import.unreadable"
          ? diagnose("import.damaged-more", severity, { count }, place)
          : diagnose("import.more-like-these", severity, { count }, place);
      });
    return [...this.#named, ...more];
  }
}

// What looks like a speaker's name and is read as words, said: the lines one by one when a label is
// there once, else where it is first.
import type { Diagnostic, Place } from "../../kernel/diagnostic.ts";
import type { Unread } from "./labels.ts";
import { diagnose } from "../messages.ts";

/** How many are named one by one. */
const NAMED = 20;

export class UnreadLabels {
  readonly #said = new Map<string, Diagnostic>();
  readonly #left = new Set<string>();

  add({ folded, count }: Unread, place: Place): void {
    const { file, line } = place;
    const key = line === undefined ? String(count > 1) : folded;
    if (this.#said.has(key)) return;
    if (this.#said.size >= NAMED) this.#left.add(key);
    else
      this.#said.set(
        key,
        count > 1
          ? diagnose(
              "import.label-unread",
              "warning",
              { count },
              { file, ...(line !== undefined && { line }) },
            )
          : diagnose("import.label-once", "warning", {}, place),
      );
  }

  get diagnostics(): Diagnostic[] {
    const [first] = this.#said.values();
    const count = this.#left.size;
    const file = first?.place?.file;
    const more =
      count > 0
        ? [
            diagnose(
              "import.more-like-these",
              "warning",
              { count },
              file === undefined ? undefined : { file },
            ),
          ]
        : [];
    return [...this.#said.values(), ...more];
  }
}

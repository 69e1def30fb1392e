// A comparison as one page for a group to look at together, on a screen or on paper: it needs no
// network, and all of it is there without its script, which only filters.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { readBytes } from "../../../kernel/files.ts";
import { packageRoot } from "../../../kernel/package-root.ts";
import type { ComparedSection, Stretch } from "../../../correction/comparison.ts";
import { kinds, wordsAsked, type Correction } from "../../../correction/correction.ts";
import { isTouched, type Asked, type Passage } from "../../../correction/passages.ts";
import type { Settings } from "../../../study/settings.ts";
import type { Context } from "../../run.ts";
import { followedText } from "../correction.ts";
import { escape } from "../svg-sheet.ts";
import { listed, nameOnPage, peopleIn, type Person } from "./people.ts";
import { folded, pointedAt, shortened, standsOf, variantsOf, type Variant } from "./variants.ts";

type Speaker = Pick<Context, "say" | "language">;

export function comparisonPage(
  sections: readonly ComparedSection[],
  settings: Settings,
  speaker: Speaker,
): string {
  return new Page(sections, settings, speaker).whole();
}

class Page {
  readonly #sections: readonly ComparedSection[];
  readonly #settings: Settings;
  readonly #speaker: Speaker;
  readonly #people: ReadonlyMap<string | null, Person>;
  /** What people wrote may be in another language than the page. */
  readonly #lang: string;

  constructor(sections: readonly ComparedSection[], settings: Settings, speaker: Speaker) {
    this.#sections = sections;
    this.#settings = settings;
    this.#speaker = speaker;
    this.#people = peopleIn(sections, settings);
    this.#lang = settings.language === speaker.language ? "" : ` lang="${settings.language}"`;
  }

  whole(): string {
    const { say, language } = this.#speaker;
    const title = escape(`${this.#settings.title} — ${say("diff.title", {})}`);
    const [style, script] = [shipped("page.css"), shipped("page.js")];
    const isAnswered = this.#sections.some(({ variants }) => variants.length > 0);
    const nothing = `<p>${escape(say("diff.none", {}))}</p>`;
    const body = isAnswered
      ? this.#sections.map((each, index) => this.#section(each, index)).join("\n")
      : nothing;
    return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; form-action 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${isAnswered ? this.#introduction() + this.#filters() : ""}
</header>
<main>
${body}
</main>
<script>${script}</script>
</body>
</html>
`;
  }

  #introduction(): string {
    const { say } = this.#speaker;
    const marks = say("diff.page.marks", {
      removed: `<del>${escape(say("diff.page.removed", {}))}</del>`,
      added: `<ins>${escape(say("diff.page.added", {}))}</ins>`,
    });
    const names = escape(say("diff.page.names", { attribution: this.#settings.attribution }));
    return `${this.#hasAsked() ? `<p>${names}</p>\n` : ""}<p>${marks}</p>\n`;
  }

  #hasAsked(): boolean {
    return this.#sections.some(
      ({ passages, remarks }) => remarks.length > 0 || passages.some(({ asked }) => asked.length > 0),
    );
  }

  /** Hidden until the script that they need runs. */
  #filters(): string {
    const { say } = this.#speaker;
    const asked = this.#sections.flatMap(({ passages, remarks }) => [
      ...remarks,
      ...passages.flatMap((passage) =>
        passage.asked.filter(({ isFirst }) => isFirst).map(({ correction }) => correction),
      ),
    ]);
    const count = (isOne: (correction: Correction) => boolean): number => asked.filter(isOne).length;
    const sections = this.#sections.map((section, index): Choice => ({
      value: String(index),
      label: escape(this.#titleOf(section)),
    }));
    const people = [...this.#people.keys()].flatMap((id): Choice[] => {
      const own = count(({ participant }) => participant === id);
      return id === null || own === 0 ? [] : [{ value: id, label: `${this.#name(id)} (${own})` }];
    });
    const said = kinds.flatMap((kind): Choice[] => {
      const own = count((each) => each.kind === kind);
      return own === 0 ? [] : [{ value: kind, label: `${escape(say(`kind.${kind}`, {}))} (${own})` }];
    });
    const shown = escape(say("diff.page.shown", { shown: "{shown}", total: "{total}" }));
    return `<details class="filters" hidden>
<summary>${escape(say("diff.page.filters", {}))}</summary>
${this.#choices("section", say("diff.page.sections", {}), sections)}${this.#choices("person", say("diff.people", {}), people)}${this.#choices("kind", say("diff.page.kinds", {}), said)}<p><label><input type="checkbox" name="unfold"> ${escape(say("diff.page.unfold", {}))}</label></p>
</details>
<p class="count" role="status" data-words="${shown}" hidden></p>`;
  }

  #choices(name: string, legend: string, choices: readonly Choice[]): string {
    const { say } = this.#speaker;
    if (choices.length < 2) return "";
    const boxes = choices.map(
      ({ value, label }) =>
        `<label><input type="checkbox" name="${name}" value="${escape(value)}" checked> ${label}</label>`,
    );
    const buttons = (
      [
        ["all", true],
        ["none", false],
      ] as const
    ).map(
      ([key, isOn]) =>
        `<button type="button" data-all="${String(isOn)}">${escape(say(`diff.page.${key}`, {}))}</button>`,
    );
    return `<fieldset><legend>${escape(legend)}</legend>\n${boxes.join("\n")}\n${buttons.join("\n")}\n</fieldset>\n`;
  }

  #titleOf({ title, group }: ComparedSection): string {
    const groups = new Set(this.#sections.map((each) => each.group));
    const name = this.#settings.groups.find(({ id }) => id === group)?.title ?? group;
    return groups.size > 1 ? `${title} — ${name}` : title;
  }

  #section(section: ComparedSection, index: number): string {
    const { say } = this.#speaker;
    const { variants, passages, remarks } = section;
    const blocks: string[] = [];
    if (variants.length === 0) blocks.push(`<p>${escape(say("diff.none", {}))}</p>`);
    else {
      if (remarks.length > 0) blocks.push(this.#whole(remarks));
      for (const each of folded({ passages }))
        blocks.push(each.is === "fold" ? this.#fold(each.passages) : this.#passage(each.passage));
    }
    const id = `section-${String(index)}`;
    return `<section aria-labelledby="${id}" data-section="${String(index)}">
<h2 id="${id}"${this.#lang}>${escape(this.#titleOf(section))}</h2>
${blocks.join("\n")}
</section>`;
  }

  #fold(passages: readonly Passage[]): string {
    const summary = escape(this.#speaker.say("diff.unchanged", { count: passages.length }));
    const words = passages.map((passage) => this.#sent(passage)).join("\n");
    return `<details class="fold"><summary>${summary}</summary>\n${words}\n</details>`;
  }

  /** What is said of the section as a whole, and words for its end. */
  #whole(remarks: readonly Correction[]): string {
    const asks = remarks.map((correction) => {
      const after = wordsAsked(correction).trim();
      const words = after === "" ? "" : this.#words([{ op: "added", text: after }]);
      const colour = this.#colour(correction.participant);
      return `<div class="variant ${colour}">\n<ul>\n${this.#ask({ correction, isFirst: true })}\n</ul>\n${words}</div>`;
    });
    const title = escape(this.#speaker.say("diff.whole-section", {}));
    return `<div class="passage">\n<div class="sent"><p>${title}</p></div>\n<div class="asked">\n${asks.join("\n")}\n</div>\n</div>`;
  }

  #passage(passage: Passage): string {
    if (!isTouched(passage)) return `<div class="quiet">${this.#sent(passage)}</div>`;
    const variants = variantsOf(passage).map((variant) => this.#variant(variant));
    const stands = this.#stands(passage);
    const said = stands.length === 0 ? "" : `\n<ul class="stands">\n${stands.join("\n")}\n</ul>`;
    return `<div class="passage">\n<div class="sent">${this.#sent(passage)}</div>\n<div class="asked">\n${variants.join("\n")}${said}\n</div>\n</div>`;
  }

  #sent({ kind, level, text }: Passage): string {
    const words = escape(text);
    switch (kind) {
      case "between":
        return `<p class="nothing">${escape(this.#speaker.say("diff.nothing-here", {}))}</p>`;
      case "heading":
        return `<h${Math.max(3, level)}${this.#lang}>${words}</h${Math.max(3, level)}>`;
      case "quote":
        return `<blockquote${this.#lang}><p>${words}</p></blockquote>`;
      case "code":
      case "item":
      case "row":
      case "paragraph":
        return `<p${this.#lang}>${words}</p>`;
    }
  }

  #variant({ by, stretches, asked }: Variant): string {
    const [first = null] = by;
    const asks = asked.map((each) => this.#ask(each));
    const who =
      asks.length > 0 ? `<ul>\n${asks.join("\n")}\n</ul>` : `<p class="who">${this.#name(first)}</p>`;
    return `<div class="variant ${this.#colour(first)}">\n${who}\n${this.#words(shortened(stretches))}</div>`;
  }

  #words(stretches: readonly Stretch[]): string {
    if (stretches.length === 0) return "";
    const words = stretches.map(({ op, text }) => {
      const element = op === "removed" ? "del" : op === "added" ? "ins" : undefined;
      if (element === undefined || text.trim() === "") return escape(text);
      // White space stays outside: it is neither struck out nor underlined.
      const lead = text.slice(0, text.length - text.trimStart().length);
      return `${lead}<${element}>${escape(text.trim())}</${element}>${text.slice(text.trimEnd().length)}`;
    });
    return `<p class="words"${this.#lang}>${words.join("").trim()}</p>\n`;
  }

  /** What one person asks: who, which kind, about which words, why; and what became of it. */
  #ask(asked: Asked): string {
    const { say } = this.#speaker;
    const { id, participant, kind, isProposed, comment } = asked.correction;
    const name = say(`kind.${kind}`, {});
    const about = pointedAt(asked).trim();
    const parts = [
      `<span class="who">${this.#name(participant)}</span>`,
      `<span class="kind">${escape(isProposed ? say("correction.kind-proposed", { kind: name }) : name)}</span>`,
      `<span class="kind">${escape(id)}</span>`,
      ...(asked.isFirst ? [] : [`<span class="kind">${escape(say("diff.goes-on", {}))}</span>`]),
      ...(about === "" ? [] : [`<mark${this.#lang}>${escape(about)}</mark>`]),
      ...(comment === "" || !asked.isFirst ? [] : [`<q${this.#lang}>${escape(comment)}</q>`]),
      ...(asked.isFirst ? this.#became(asked.correction) : []),
    ];
    return `<li class="${this.#colour(participant)}" data-person="${escape(participant)}" data-kind="${kind}">${parts.join(" ")}</li>`;
  }

  #became(correction: Correction): string[] {
    const { decision, isIntegrated } = correction;
    const { say } = this.#speaker;
    if (decision === null) return [];
    const { by, reason, text } = decision;
    const outcome = say(`outcome.${decision.outcome}`, {});
    return [
      say("correction.decided", { outcome, by, reason: reason ?? "" }),
      ...(text === null ? [] : [say("diff.adapted", { words: text })]),
      ...(isIntegrated ? [followedText(correction, say)] : []),
    ].map((words) => `<span class="became">${escape(words)}</span>`);
  }

  /** Who agrees and who does not, in words. */
  #stands(passage: Passage): string[] {
    const { say, language } = this.#speaker;
    const named = (people: readonly string[]): string =>
      listed(
        people.map((id) => `${this.#people.get(id)?.sign ?? ""}\u00A0${id}`.trim()),
        language,
      );
    return standsOf(passage, say, named).map(
      ({ sign, people, text }) =>
        `<li data-people="${escape(people.join(" "))}"><span aria-hidden="true">${sign}</span> ${escape(text)}</li>`,
    );
  }

  #name(id: string | null): string {
    const name = escape(nameOnPage(id, this.#settings, this.#speaker.say));
    const { sign = "" } = this.#people.get(id) ?? {};
    return sign === ""
      ? name
      : `<span class="sign ${this.#colour(id)}" aria-hidden="true">${sign}</span> ${name}`;
  }

  #colour(id: string | null): string {
    return `c${String(this.#people.get(id)?.colour ?? 0)}`;
  }
}

interface Choice {
  readonly value: string;
  /** As HTML. */
  readonly label: string;
}

/** A file of the page that ships with the program. */
function shipped(name: string): string {
  return readBytes(join(packageRoot(), "templates", "comparison", name)).toString("utf8");
}

/** What a Content-Security-Policy calls a script or a style by. */
function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

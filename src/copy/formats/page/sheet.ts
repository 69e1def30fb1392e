// What a printed page has under each section: boxes to tick, lines to write on. Nothing of it is
// seen on a screen.
import type { CopyId } from "../../../kernel/ids.ts";
import type { PageWords } from "./words.ts";

/** The boxes and lines under one section. */
export function sectionSheet({ page, boxes }: PageWords): string {
  const ticks = boxes.map((each) => `<li>${each}</li>`).join("");
  return `<div class="paper">
<p class="paper-title"><strong>${page.paperOpinion}</strong> ${page.paperWhere}</p>
<ul class="boxes">${ticks}</ul>
${lines(6)}
</div>`;
}

/** The last lines, and where to bring the sheets. */
export function lastSheet({ page }: PageWords, copy: CopyId): string {
  return `<div class="paper">
<p class="paper-title"><strong>${page.paperEnd}</strong></p>
${lines(8)}
<p>${page.paperEndHow} (${copy})</p>
</div>`;
}

/** The box beside a quote of one's own. */
export function withdrawBox({ page }: PageWords): string {
  return `<p class="paper boxes"><span>${page.paperWithdraw}</span></p>`;
}

function lines(count: number): string {
  return `<div class="lines">${"<div></div>".repeat(count)}</div>`;
}

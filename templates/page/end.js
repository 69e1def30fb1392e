// The bar above the page, and its end: what the answer says, saving it, printing, erasing.

const progress = h("p", { class: "progress" });
const notice = h("p", { class: "notice", role: "status" });
const restore = button(words.restore, () => undefined, { class: "quiet", hidden: true });
const bar = h(
  "header",
  { class: "bar" },
  h("div", { class: "bar-line" }, progress, h("a", { href: "#Answer", class: "to-end" }, words.toEnd)),
  h("div", { class: "bar-line" }, notice, restore),
);
const summary = h("div", { class: "summary" });
const kept = h("p", { class: "hint kept" });
const savedNotice = h("p", { class: "saved", role: "status" });
const askPlace = h("div", { class: "ask-place" });

function drawEnd() {
  const file = h("input", {
    type: "file",
    accept: ".json,application/json",
    onchange: () => {
      const [chosen] = file.files;
      if (chosen !== undefined) resume(chosen);
      file.value = "";
    },
  });
  const all = field(words.remarkAll, remark, (value) => {
    remark = value;
    changed();
  });
  const save_ = button(words.save, save, { class: "main" });
  const print_ = button(words.print, () => window.print());
  const erase_ = button(words.erase, () => ask(erase_, words.eraseAsk, erase), { class: "quiet" });
  const end = document.getElementById("Answer");
  end.hidden = false;
  end.replaceChildren(
    h("h2", { tabIndex: -1 }, words.yourAnswer),
    all,
    h("h3", null, words.summary),
    summary,
    h("p", { class: "hint" }, words.notYet),
    h("div", { class: "save" }, h("p", null, say(words.saveHow, data)), save_, savedNotice),
    h(
      "div",
      { class: "tools" },
      print_,
      h("label", { class: "file" }, file, h("span", null, words.resume)),
      erase_,
    ),
    askPlace,
    h("p", { class: "hint" }, words.printHow),
    kept,
    h("p", { class: "hint" }, words.eraseWhy),
  );
  drawKept();
  growAll(end);
}

function drawKept() {
  kept.textContent = isKept ? words.keptHere : words.notKept;
  kept.classList.toggle("warning", !isKept);
}

function drawProgress() {
  const count = sections.filter(isAnswered).length;
  const form = count === 0 ? words.progressNone : count === 1 ? words.progressOne : words.progress;
  progress.textContent = say(form, { count, total: sections.length });
  document.querySelectorAll("nav li").forEach((entry, index) => {
    const mark = entry.querySelector(".done");
    const isDone = isAnswered(sections[index]);
    if (isDone && mark === null) entry.append(h("span", { class: "done" }, ` ✓ ${words.answered}`));
    if (!isDone && mark !== null) mark.remove();
  });
}

let waiting = 0;
function drawSummary() {
  clearTimeout(waiting);
  const answered = sections.filter(isAnswered);
  const silent = sections.filter((section) => !isAnswered(section));
  summary.replaceChildren(
    ...(isEmpty() ? [h("p", null, words.summaryNone)] : answered.map(summaryOf)),
    remark.trim() === "" ? "" : h("p", null, remark.trim()),
    isEmpty() || silent.length === 0
      ? ""
      : h(
          "p",
          { class: "silent" },
          `${words.unanswered}${silent.map(({ title }) => title).join(" · ")}. ${words.silence}`,
        ),
  );
  document.body.classList.toggle("answered", !isEmpty());
  const isOld = lastSaved !== "" && lastSaved !== JSON.stringify(answer(false));
  if (isOld) savedNotice.textContent = words.savedBefore;
}

function summaryOf(section) {
  const { opinions, edits, blocks, added, withdrawn, own, id, title } = section;
  const said = saidPassages(section);
  const plain = ["nuance", "disagree", "keep"].filter(
    (kind) => opinions.has(kind) && !said.some((passage) => passage.kind === kind),
  );
  const labels = { nuance: words.saysNuance, disagree: words.saysDisagree, keep: words.saysKeep };
  const item = (label, ...nodes) =>
    h("li", null, h("strong", null, label), ...(nodes.length === 0 ? [] : [words.colon, ...nodes]));
  const items = [
    ...(opinions.has("agree") ? [item(words.saysAgree)] : []),
    ...plain.map((kind) => item(labels[kind])),
    ...said.map(({ kind, block, words: text }) => {
      const about =
        block === null ? "" : ` ${say(words.onPassage, { words: shorten(blocks[block].text, 60) })}`;
      return item(labels[kind] + about, ...(text.trim() === "" ? [] : [text.trim()]));
    }),
    ...[...edits]
      .sort(([a], [b]) => a - b)
      .map(([block, after]) => item(words.saysCorrect, ...changeNodes(blocks[block].text, after))),
    ...added.filter(({ text }) => text.trim() !== "").map(({ text }) => item(words.saysAdded, text)),
    ...[...withdrawn].map((index) => item(words.saysWithdrawn, own[index].words)),
    ...(section.remark.trim() === "" ? [] : [item(words.saysRemark, section.remark.trim())]),
  ];
  const review = h("a", { href: `#${id}`, "aria-label": words.review + words.colon + title }, words.review);
  return h("div", { class: "said" }, h("h4", null, title, " ", review), h("ul", null, ...items));
}

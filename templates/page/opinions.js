// Under each section: opinions, what is said of its passages, a free remark.

function draw(section, key) {
  drawBlocks(section);
  drawOpinion(section);
  growAll(section.root);
  const wanted = key === undefined ? null : section.root.querySelector(`[data-key="${key}"]`);
  if (wanted !== null) wanted.focus();
}

/** The opinions, what they open, and a free remark. */
function drawOpinion(section) {
  const { root, opinions, isOpen } = section;
  const tick = (opinion) =>
    h(
      "label",
      { class: "choice" },
      h("input", {
        type: "checkbox",
        autocomplete: "off",
        checked: opinions.has(opinion),
        "data-key": `opinion-${opinion}`,
        onchange: () => change(section, () => toggleOpinion(section, opinion), `opinion-${opinion}`),
      }),
      h("span", null, words[opinion]),
    );
  const correct = button(words.correct, () => setOpen(section, !isOpen), {
    class: "choice correct",
    "aria-expanded": String(isOpen),
    "data-key": "correct",
  });
  const panels = ["nuance", "disagree", "keep"].filter((kind) => opinions.has(kind));
  root.querySelector(".answer").replaceChildren(
    h(
      "fieldset",
      null,
      h("legend", null, say(words.answerOn, section)),
      h("p", { class: "hint" }, words.choose),
      h("div", { class: "choices" }, tick("agree"), tick("nuance"), correct, tick("disagree"), tick("keep")),
      ...panels.map((kind) => panel(section, kind)),
      field(words.remark, section.remark, (value) => {
        section.remark = value;
        changed(section);
      }),
    ),
  );
  markAbout(section);
}

function toggleOpinion({ opinions, passages }, opinion) {
  if (opinions.delete(opinion)) return;
  opinions.add(opinion);
  if (opinion === "agree") opinions.delete("disagree");
  if (opinion === "disagree") opinions.delete("agree");
  if (opinion !== "agree" && !passages.some(({ kind }) => kind === opinion))
    passages.push({ kind: opinion, block: null, words: "" });
}

/** What is nuanced, disagreed with or kept: a passage and words for each. */
function panel(section, kind) {
  const own = section.passages.filter((passage) => passage.kind === kind);
  const items = own.map((passage, index) => passageItem(section, passage, index, own.length));
  const more = button(
    words[`${kind}More`],
    () =>
      change(section, () => section.passages.push({ kind, block: null, words: "" }), `${kind}-${own.length}`),
    { class: "quiet", "data-key": `${kind}-more` },
  );
  return h("div", { class: `panel ${kind}` }, h("h4", null, words[`${kind}Title`]), ...items, more);
}

function passageItem(section, passage, index, count) {
  const { kind } = passage;
  const id = newId();
  const choose = h(
    "select",
    {
      id,
      autocomplete: "off",
      "data-key": `${kind}-${index}`,
      onchange: () => {
        passage.block = choose.value === "" ? null : Number(choose.value);
        changed(section);
        markAbout(section);
      },
    },
    h("option", { value: "" }, words.whole),
    ...section.blocks.flatMap(({ text }, block) =>
      text === "" ? [] : [h("option", { value: String(block) }, passageName(section, block, 60))],
    ),
  );
  choose.value = passage.block === null ? "" : String(passage.block);
  const remove = button(
    words.remove,
    () =>
      undoable(
        section,
        words.removed,
        () => {
          section.passages.splice(section.passages.indexOf(passage), 1);
          if (count === 1) section.opinions.delete(kind);
        },
        count === 1 ? `opinion-${kind}` : `${kind}-more`,
      ),
    { class: "quiet" },
  );
  return h(
    "div",
    { class: "passage" },
    h("div", { class: "field" }, h("label", { for: id }, words.about), choose),
    field(words[`${kind}Words`], passage.words, (value) => {
      passage.words = value;
      changed(section);
    }),
    remove,
  );
}

function passageName({ blocks }, block, length) {
  const text = shorten(blocks[block].text, length);
  return block === 0 ? words.title : say(words.passage, { number: block, words: text });
}

/** The passages that something is said about are marked in the text. */
function markAbout(section) {
  const about = new Set(saidAbout(section));
  section.root
    .querySelectorAll("[data-block]")
    .forEach((each) => each.classList.toggle("about", about.has(Number(each.dataset.block))));
}

const saidAbout = ({ passages, opinions }) =>
  passages.filter(({ kind, block }) => block !== null && opinions.has(kind)).map(({ block }) => block);

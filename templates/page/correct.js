// Correcting the paragraphs in their place, adding some, and withdrawing one's own words.

function setOpen(section, isOpen) {
  section.isOpen = isOpen;
  draw(section, isOpen ? "opened" : "correct");
  const opened = section.root.querySelector(isOpen ? ".opened" : ".answer");
  opened.scrollIntoView({ block: isOpen ? "start" : "center" });
  drawSummary();
}

function drawBlocks(section) {
  const { root, blocks, edits, added, isOpen, own } = section;
  root.querySelectorAll(".slot").forEach((each) => each.remove());
  const lastAt = new Map();
  const put = (anchor, node) => {
    (lastAt.get(anchor) || anchor).after(node);
    lastAt.set(anchor, node);
  };
  blocks.forEach(({ kind, text }, block) => {
    const element = root.querySelector(`[data-block="${block}"]`);
    if (element === null || text === "") return;
    const isEdited = edits.has(block);
    const isRow = kind === "row";
    element.classList.toggle("replaced", !isRow && (isOpen || isEdited));
    const anchor = isRow ? element.closest(".wide") : element;
    if (isOpen) put(anchor, editSlot(section, block));
    else if (isEdited) put(anchor, changeSlot(section, block));
    own.forEach((quote, index) => {
      if (quote.last !== block) return;
      put(anchor, withdrawSlot(section, index));
      const whole = quote.form === "block" ? element.closest("blockquote") : null;
      if (whole !== null) whole.classList.toggle("withdrawn", section.withdrawn.has(index));
    });
    const outer = outermost(section, element);
    for (const each of added) if (each.after === block) put(outer, addedSlot(section, each));
    if (isOpen && takesMore(section, block, outer)) put(outer, addSlot(section, block));
  });
  root.classList.toggle("correcting", isOpen);
  const heading = root.querySelector('[data-block="0"]');
  if (isOpen && heading !== null)
    heading.before(
      h(
        "div",
        { class: "slot opened", tabIndex: -1, "data-key": "opened" },
        h("p", null, h("strong", null, words.correctOpen)),
        h("p", null, words.correctHow),
        button(words.correctDone, () => setOpen(section, false)),
      ),
    );
}

/** The quote, list or table that a paragraph stands in; else itself. */
function outermost({ root }, element) {
  let outer = element;
  while (outer.parentElement !== root) outer = outer.parentElement;
  return outer;
}

/** A paragraph can be added between two that stand by themselves, and in a part that has none. */
function takesMore({ root, blocks }, block, outer) {
  const next = root.querySelector(`[data-block="${block + 1}"]`);
  if (next !== null && outer.contains(next)) return false;
  return blocks[block].kind !== "heading" || next === null || blocks[block + 1].kind === "heading";
}

function addSlot(section, block) {
  const add = button(
    words.add,
    () => {
      const fresh = { after: block, text: "" };
      change(section, () => section.added.push(fresh), `added-${section.added.length}`);
    },
    { class: "quiet", "aria-label": say(words.addAfter, { number: block }) },
  );
  return h("div", { class: "slot add" }, add);
}

/** The paragraph as a text to write in; a table's row has a field for each cell. */
function editSlot(section, block) {
  const { blocks, edits } = section;
  const { kind, text } = blocks[block];
  const isRow = kind === "row";
  const now = edits.has(block) ? edits.get(block) : text;
  const cells = isRow ? now.split("\t") : [now];
  const change_ = h("div", { class: "change" });
  const cancel = cancelButton(section, block);
  const update = () => {
    const isChanged = edits.has(block);
    cancel.hidden = !isChanged;
    change_.hidden = !isChanged;
    if (isChanged) change_.replaceChildren(...changeWords(text, edits.get(block)));
  };
  const fields = cells.map((cell, index) =>
    field(
      nameOf(block, isRow ? index + 1 : 0),
      cell,
      (value) => {
        cells[index] = isRow ? value.replace(/\t/g, " ") : value;
        setEdit(section, block, cells.join("\t"));
        update();
        changed(section);
      },
      {
        key: `edit-${block}-${index}`,
        isHidden: true,
        isLine: kind === "heading" || isRow,
        className: `as-${kind}`,
      },
    ),
  );
  update();
  return h(
    "div",
    { class: "slot edit" },
    h("div", { class: isRow ? "cells" : "" }, ...fields),
    change_,
    cancel,
  );
}

function nameOf(block, cell) {
  if (block === 0) return words.editTitle;
  return say(cell === 0 ? words.editBlock : words.editCell, { number: block, cell });
}

function changeWords(before, after) {
  const nodes = [
    h("p", { class: "label" }, words.changed),
    h("p", { class: "words" }, ...changeNodes(before, after)),
  ];
  return after.trim() === "" ? [...nodes, h("p", { class: "hint" }, words.emptied)] : nodes;
}

function cancelButton(section, block) {
  return button(
    words.cancel,
    () =>
      undoable(
        section,
        words.cancelled,
        () => section.edits.delete(block),
        section.isOpen ? `edit-${block}-0` : "correct",
      ),
    { class: "quiet", "data-key": `cancel-${block}` },
  );
}

/** What was changed, once correcting is done. */
function changeSlot(section, block) {
  const { text } = section.blocks[block];
  return h(
    "div",
    { class: "slot" },
    h("div", { class: "change" }, ...changeWords(text, section.edits.get(block))),
    cancelButton(section, block),
  );
}

function addedSlot(section, added) {
  const index = section.added.indexOf(added);
  const remove = button(
    words.remove,
    () =>
      undoable(
        section,
        words.removed,
        () => section.added.splice(section.added.indexOf(added), 1),
        "correct",
      ),
    { class: "quiet" },
  );
  if (!section.isOpen)
    return h(
      "div",
      { class: "slot" },
      h(
        "div",
        { class: "change" },
        h("p", { class: "label" }, words.added),
        h("p", { class: "words" }, ...changeNodes("", added.text)),
      ),
      remove,
    );
  return h(
    "div",
    { class: "slot edit new" },
    field(
      words.added,
      added.text,
      (value) => {
        added.text = value;
        changed(section);
      },
      { key: `added-${index}` },
    ),
    remove,
  );
}

function withdrawSlot(section, index) {
  const { withdrawn, own } = section;
  const { form, words: said } = own[index];
  const label = form === "block" ? words.withdraw : say(words.withdrawInline, { words: shorten(said, 60) });
  const key = `withdraw-${index}`;
  return h(
    "div",
    { class: "slot withdraw" },
    h(
      "label",
      { class: "choice" },
      h("input", {
        type: "checkbox",
        autocomplete: "off",
        checked: withdrawn.has(index),
        "data-key": key,
        onchange: () =>
          change(section, () => (withdrawn.delete(index) ? undefined : withdrawn.add(index)), key),
      }),
      h("span", null, label),
    ),
    withdrawn.has(index) ? h("p", { class: "hint" }, words.withdrawn) : null,
  );
}

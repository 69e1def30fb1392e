// What runs in a participant's page: it shows what can be answered under each section, keeps the
// work on this device, and saves the answer as a file. It reaches no network, and the page's
// Content-Security-Policy would let nothing through. It changes nothing of the words it shows:
// what stands in the element "Data" is what was sent, and every word is put in as text.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("Data").textContent);
  const { words } = data;
  const KEY = ["retour", data.study, data.copy, data.content].join("/");
  const OPINIONS = ["agree", "nuance", "disagree", "keep"];
  const LONGEST = 200000;

  // ---------------------------------------------------------------- what a person answers

  const sections = data.sections.map((sent) => ({
    ...sent,
    root: document.getElementById(sent.id),
    ...nothing(),
  }));
  let remark = "";
  let lastSaved = "";

  function nothing() {
    return {
      opinions: new Set(),
      /** What is said of a passage: {kind, block: a number or null, words}. */
      passages: [],
      /** Of a paragraph that is corrected, its words now. */
      edits: new Map(),
      /** Paragraphs put in: {after, text}. */
      added: [],
      /** Which of the person's own quotes are withdrawn. */
      withdrawn: new Set(),
      remark: "",
      isOpen: false,
    };
  }

  /** The answer as it is saved; a draft also keeps what was begun and put aside. */
  function answer(isDraft) {
    const head = { retour: "answer", version: 1, study: data.study, copy: data.copy, edition: data.edition };
    const answered = sections.filter((section) => isDraft || isAnswered(section));
    return {
      ...head,
      content: data.content,
      sections: answered.map((section) => answerOn(section, isDraft)),
      remark: remark.trim(),
    };
  }

  function answerOn(section, isDraft) {
    const { blocks, own } = section;
    const passages = isDraft ? section.passages : saidPassages(section);
    return {
      id: section.id,
      title: section.title,
      answers: OPINIONS.filter((each) => section.opinions.has(each)),
      passages: passages.map(({ kind, block, words: said }) => ({
        kind,
        block,
        passage: block === null ? null : blocks[block].text,
        words: isDraft ? said : said.trim(),
      })),
      edits: [...section.edits]
        .sort(([a], [b]) => a - b)
        .map(([block, after]) => ({ block, before: blocks[block].text, after })),
      added: section.added.filter(({ text }) => isDraft || text.trim() !== ""),
      withdrawn: [...section.withdrawn]
        .sort((a, b) => a - b)
        .map((index) => ({ block: own[index].block, turns: own[index].turns, words: own[index].words })),
      remark: isDraft ? section.remark : section.remark.trim(),
    };
  }

  /** What is said of passages, under the opinions that are ticked. */
  function saidPassages({ passages, opinions }) {
    return passages.filter(
      ({ kind, block, words: said }) => opinions.has(kind) && (said.trim() !== "" || block !== null),
    );
  }

  function isAnswered({ opinions, edits, added, withdrawn, remark: said }) {
    return (
      opinions.size + edits.size + withdrawn.size > 0 ||
      said.trim() !== "" ||
      added.some(({ text }) => text.trim() !== "")
    );
  }

  const isEmpty = () => remark.trim() === "" && !sections.some(isAnswered);

  /** Takes an answer up again. What it holds is looked at piece by piece: a file can say anything. */
  function takeUp(read) {
    forget();
    remark = textOf(read.remark);
    for (const each of listOf(read.sections)) {
      const section = sections.find(({ id }) => id === each.id);
      if (section === undefined) continue;
      const isBlock = (block) => Number.isInteger(block) && block >= 0 && block < section.blocks.length;
      for (const opinion of OPINIONS)
        if (Array.isArray(each.answers) && each.answers.includes(opinion)) section.opinions.add(opinion);
      for (const { kind, block, words: said } of listOf(each.passages))
        if (OPINIONS.includes(kind))
          section.passages.push({ kind, block: isBlock(block) ? block : null, words: textOf(said) });
      for (const { block, after } of listOf(each.edits))
        if (isBlock(block) && section.blocks[block].text !== "" && typeof after === "string")
          setEdit(section, block, textOf(after));
      for (const { after, text } of listOf(each.added))
        if (isBlock(after)) section.added.push({ after, text: textOf(text) });
      for (const { block, words: said } of listOf(each.withdrawn)) {
        const index = section.own.findIndex((quote) => quote.block === block && quote.words === said);
        if (index !== -1) section.withdrawn.add(index);
      }
      section.remark = textOf(each.remark);
    }
  }

  const textOf = (value) => (typeof value === "string" ? value.slice(0, LONGEST) : "");
  const listOf = (value) =>
    Array.isArray(value) ? value.filter((each) => typeof each === "object" && each !== null) : [];

  function forget() {
    remark = "";
    for (const section of sections) Object.assign(section, nothing());
  }

  function setEdit({ edits, blocks }, block, after) {
    if (after === blocks[block].text) edits.delete(block);
    else edits.set(block, after);
  }

  // ---------------------------------------------------------------- keeping the work

  const store = findStore();

  function findStore() {
    try {
      window.localStorage.setItem(`${KEY}/test`, "1");
      window.localStorage.removeItem(`${KEY}/test`);
      return window.localStorage;
    } catch {
      return undefined;
    }
  }

  let isKept = store !== undefined;

  function keep() {
    if (store === undefined) return;
    try {
      if (isEmpty() && !sections.some(({ passages }) => passages.length > 0)) store.removeItem(KEY);
      else store.setItem(KEY, JSON.stringify(answer(true)));
      isKept = true;
    } catch {
      isKept = false;
    }
    drawKept();
  }

  function takeUpDraft() {
    const draft = store === undefined ? null : store.getItem(KEY);
    if (draft === null) return;
    try {
      takeUp(JSON.parse(draft));
    } catch {
      // Not a draft of ours: it is left where it is until something is written.
    }
  }

  // ---------------------------------------------------------------- making elements

  /** An element with its properties and children; text becomes text, never markup. */
  function h(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (name.includes("-") || ["for", "role", "class", "rows"].includes(name)) {
        if (value !== undefined) element.setAttribute(name, value);
      } else element[name] = value;
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  const say = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

  let ids = 0;
  const newId = () => `Field-${(ids += 1)}`;

  const button = (text, onclick, properties) => h("button", { type: "button", onclick, ...properties }, text);

  /** A label and its field, which grows with what is written in it. */
  function field(label, value, oninput, { key, isHidden, isLine, className = "" } = {}) {
    const id = newId();
    const area = h("textarea", {
      id,
      value,
      rows: isLine || isHidden ? 1 : 2,
      maxLength: LONGEST,
      // A browser may send what it checks the spelling of to its maker.
      spellcheck: false,
      autocomplete: "off",
      "data-key": key,
      oninput: () => {
        if (isLine && area.value.includes("\n")) area.value = area.value.replace(/\s*\n\s*/g, " ");
        grow(area);
        oninput(area.value);
      },
    });
    return h(
      "div",
      { class: `field ${className}` },
      h("label", { for: id, class: isHidden ? "unseen" : "" }, label),
      area,
    );
  }

  function grow(area) {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  }

  const growAll = (root) => root.querySelectorAll("textarea").forEach(grow);

  /** The beginning of a text, for a list to choose from. */
  function shorten(text, length) {
    const line = text.replace(/\s+/g, " ").trim();
    return line.length <= length
      ? line
      : `${line.slice(0, line.lastIndexOf(" ", length) + 1 || length).trim()}…`;
  }

  // ---------------------------------------------------------------- what changed, word by word

  /** What must be taken out and put in: [["same" | "out" | "in", words]]. */
  function differences(before, after) {
    const cut = (text) => text.match(/[\p{L}\p{N}]+|\s+|[^]/gu) || [];
    const [a, b] = [cut(before), cut(after)];
    let [start, ends] = [0, 0];
    while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
    while (
      ends < a.length - start &&
      ends < b.length - start &&
      a[a.length - 1 - ends] === b[b.length - 1 - ends]
    )
      ends += 1;
    const [middleA, middleB] = [a.slice(start, a.length - ends), b.slice(start, b.length - ends)];
    return gathered([
      ...a.slice(0, start).map((piece) => ["same", piece]),
      ...middle(middleA, middleB),
      ...a.slice(a.length - ends).map((piece) => ["same", piece]),
    ]);
  }

  function middle(a, b) {
    // So much has changed that finding what has not would keep the page waiting.
    if (a.length * b.length > 4000000)
      return [
        ["out", a.join("")],
        ["in", b.join("")],
      ];
    const width = b.length + 1;
    const common = new Uint16Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i -= 1)
      for (let j = b.length - 1; j >= 0; j -= 1)
        common[i * width + j] =
          a[i] === b[j]
            ? common[(i + 1) * width + j + 1] + 1
            : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    const found = [];
    let [i, j] = [0, 0];
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i] === b[j]) {
        found.push(["same", a[i]]);
        i += 1;
        j += 1;
      } else if (
        j >= b.length ||
        (i < a.length && common[(i + 1) * width + j] >= common[i * width + j + 1])
      ) {
        found.push(["out", a[i]]);
        i += 1;
      } else {
        found.push(["in", b[j]]);
        j += 1;
      }
    }
    return found;
  }

  /** Pieces joined; what holds no word between two changes is part of both. */
  function gathered(pieces) {
    const runs = [];
    for (const [kind, text] of pieces) {
      const last = runs[runs.length - 1];
      if (last !== undefined && last[0] === kind) last[1] += text;
      else runs.push([kind, text]);
    }
    const result = [];
    let [out, put] = ["", ""];
    const flush = () => {
      if (out !== "") result.push(["out", out]);
      if (put !== "") result.push(["in", put]);
      [out, put] = ["", ""];
    };
    runs.forEach(([kind, text], index) => {
      const isBetween = index > 0 && index + 1 < runs.length && !/[\p{L}\p{N}]/u.test(text);
      if (kind !== "in" && (kind === "out" || isBetween)) out += text;
      if (kind !== "out" && (kind === "in" || isBetween)) put += text;
      if (kind !== "same" || isBetween) return;
      flush();
      result.push([kind, text]);
    });
    flush();
    return result;
  }

  /** What changed, to be read: by marks, and by words for who does not see them. */
  function changeNodes(before, after) {
    return differences(before, after).map(([kind, text]) => {
      if (kind === "same") return document.createTextNode(text);
      const isOut = kind === "out";
      const spoken = h("span", { class: "unseen" }, ` [${isOut ? words.wasRemoved : words.wasAdded} `);
      return h(isOut ? "del" : "ins", null, spoken, text, h("span", { class: "unseen" }, "] "));
    });
  }

  // ---------------------------------------------------------------- one section

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
        h(
          "div",
          { class: "choices" },
          tick("agree"),
          tick("nuance"),
          correct,
          tick("disagree"),
          tick("keep"),
        ),
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
        change(
          section,
          () => section.passages.push({ kind, block: null, words: "" }),
          `${kind}-${own.length}`,
        ),
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

  // ---------------------------------------------------------------- correcting in place

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

  // ---------------------------------------------------------------- the bar and the end of the page

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

  let waiting;
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

  // ---------------------------------------------------------------- gestures

  /** Something was written: it is kept at once, and told a little later. */
  function changed() {
    keep();
    tell("");
    drawProgress();
    clearTimeout(waiting);
    waiting = setTimeout(drawSummary, 200);
  }

  /** Something was chosen: the section is drawn anew. */
  function change(section, work, key) {
    work();
    draw(section, key);
    changed();
    drawSummary();
  }

  /** The same, and it can be taken back. */
  function undoable(section, message, work, key) {
    const before = answer(true);
    const open = sections.filter(({ isOpen }) => isOpen);
    change(section, work, key);
    tell(message, () => {
      takeUp(before);
      for (const each of open) each.isOpen = true;
      drawAll();
      changed();
      section.root.querySelector("fieldset input").focus({ preventScroll: true });
    });
  }

  function tell(message, undo) {
    notice.textContent = message;
    restore.hidden = undo === undefined;
    restore.onclick = undo === undefined ? null : undo;
  }

  /** Asks before what cannot be taken back. */
  function ask(origin, question, work) {
    const close = (next) => {
      askPlace.replaceChildren();
      next();
    };
    const no = button(words.no, () => close(() => origin.focus()));
    const yes = button(words.yes, () => close(work));
    const id = newId();
    askPlace.replaceChildren(
      h("div", { class: "ask", role: "group", "aria-labelledby": id }, h("p", { id }, question), yes, no),
    );
    no.focus();
  }

  function save() {
    const text = `${JSON.stringify(answer(false), null, 2)}\n`;
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = h("a", { href: address, download: data.file, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    lastSaved = JSON.stringify(answer(false));
    savedNotice.textContent = say(words.saved, data);
  }

  function resume(file) {
    const refuse = () => tell(words.resumeOther);
    if (file.size > 50 * 1024 * 1024) return refuse();
    const reader = new FileReader();
    reader.onerror = refuse;
    reader.onload = () => {
      let read;
      try {
        read = JSON.parse(String(reader.result));
      } catch {
        return refuse();
      }
      const isOurs = read !== null && read.retour === "answer" && read.copy === data.copy;
      if (!isOurs || read.content !== data.content || read.study !== data.study) return refuse();
      const take = () => {
        takeUp(read);
        drawAll();
        changed();
        drawSummary();
        tell(words.resumed);
      };
      if (isEmpty()) take();
      else ask(document.querySelector(".file input"), words.resumeAsk, take);
    };
    reader.readAsText(file);
  }

  function erase() {
    forget();
    lastSaved = "";
    if (store !== undefined) store.removeItem(KEY);
    savedNotice.textContent = "";
    drawAll();
    drawProgress();
    drawSummary();
    tell(words.erased);
    document.querySelector("#Answer h2").focus();
  }

  function drawAll() {
    for (const section of sections) draw(section);
    drawEnd();
  }

  // ---------------------------------------------------------------- beginning

  document.getElementById("NoScript").remove();
  document.body.prepend(bar);
  document.body.classList.add("scripted");
  takeUpDraft();
  drawAll();
  drawProgress();
  drawSummary();

  // The same page in two windows: the one that is not being written in follows the other.
  window.addEventListener("storage", (event) => {
    if (event.key !== KEY) return;
    forget();
    takeUpDraft();
    drawAll();
    drawProgress();
    drawSummary();
  });
  window.addEventListener("resize", () => growAll(document));
  window.addEventListener("beforeprint", drawSummary);
  window.addEventListener("beforeunload", (event) => {
    if (isKept || isEmpty() || lastSaved === JSON.stringify(answer(false))) return;
    event.preventDefault();
    event.returnValue = "";
  });
})();

// Filters of the comparison: by section, person and kind. Without it, everything is shown.
/* global document */
"use strict";
{
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const filters = document.querySelector(".filters");
  const count = document.querySelector(".count");
  const passages = all(".passage");

  /** The values ticked, or undefined when there is nothing to choose from. */
  const ticked = (name) => {
    const boxes = all(`input[name="${name}"]`);
    return boxes.length === 0 ? undefined : new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  };

  const update = () => {
    const [sections, people, kinds] = ["section", "person", "kind"].map(ticked);
    const has = (chosen, value) => chosen === undefined || chosen.has(value);
    for (const ask of all("[data-person]"))
      ask.hidden = !(has(people, ask.dataset.person) && has(kinds, ask.dataset.kind));
    for (const variant of all(".variant")) {
      const asks = all("[data-person]", variant);
      variant.hidden = asks.length > 0 && asks.every((ask) => ask.hidden);
    }
    for (const stand of all("[data-people]")) {
      const shown = new Set(
        all("[data-person]", stand.closest(".passage"))
          .filter((ask) => !ask.hidden)
          .map((ask) => ask.dataset.person),
      );
      stand.hidden = !stand.dataset.people.split(" ").every((person) => shown.has(person));
    }
    for (const passage of passages) passage.hidden = all(".variant", passage).every((variant) => variant.hidden);
    for (const section of all("[data-section]")) {
      const own = all(".passage", section);
      section.hidden =
        !has(sections, section.dataset.section) || (own.length > 0 && own.every((passage) => passage.hidden));
    }
    const isFiltered = all('[name="person"], [name="kind"]').some((box) => !box.checked);
    document.body.classList.toggle("filtered", isFiltered);
    const shown = passages.filter((passage) => !passage.hidden && !passage.closest("section").hidden);
    count.textContent = count.dataset.words
      .replace("{shown}", String(shown.length))
      .replace("{total}", String(passages.length));
  };

  if (filters && count) {
    filters.hidden = false;
    count.hidden = false;
    filters.addEventListener("change", ({ target }) => {
      if (target.name === "unfold") for (const fold of all(".fold")) fold.open = target.checked;
      else update();
    });
    filters.addEventListener("click", ({ target }) => {
      const { all: value } = target.dataset;
      if (value === undefined) return;
      for (const box of all("input", target.closest("fieldset"))) box.checked = value === "true";
      update();
    });
    update();
  }
}

// Making what is shown: every word is put in as text, never as markup.

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

// Newer browsers do by themselves what page.css asks for.
const growsAlone = window.CSS !== undefined && window.CSS.supports("field-sizing", "content");

const grow = (area) => growAreas([area]);
const growAll = (root) => growAreas([...root.querySelectorAll("textarea")]);

/** Makes each as high as its words; all are measured at once, for a page is laid out each time. */
function growAreas(areas) {
  if (growsAlone) return;
  for (const area of areas) area.style.height = "auto";
  const heights = areas.map((area) => area.scrollHeight);
  areas.forEach((area, index) => {
    area.style.height = `${heights[index] + 2}px`;
  });
}

/** The beginning of a text, for a list to choose from. */
function shorten(text, length) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= length
    ? line
    : `${line.slice(0, line.lastIndexOf(" ", length) + 1 || length).trim()}…`;
}

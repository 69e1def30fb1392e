// What a person does in the page, and how it begins. The scripts of this folder are one script in the
// page, in the order in which src/copy/formats/html.ts names them. It reaches no network: the page's
// Content-Security-Policy would let nothing through. It never changes the words that were sent, which
// stand in the element "Data".

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

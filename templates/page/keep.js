// Keeping the work on this device while the page is closed, where the browser can.

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

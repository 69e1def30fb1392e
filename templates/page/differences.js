// What changed in a paragraph, word by word, as it is typed.

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
    } else if (j >= b.length || (i < a.length && common[(i + 1) * width + j] >= common[i * width + j + 1])) {
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

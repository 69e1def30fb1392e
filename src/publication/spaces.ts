// One space where a private note that was taken out has left two. Not in code, nor where spaces
// give a line its shape.

const code = /^[\s>]*(?:```|~~~)/m;
const shape = /^(?:[ >]*(?:(?:[-+*]|\d{1,9}[.)])\s+)*)/;

export function singleSpaces(text: string): string {
  if (code.test(text)) return text;
  return text
    .split("\n")
    .map((line) => {
      if (!/\S {2,}\S/.test(line) || /[`|\t]|^(?:> ?)*(?:- *|\* *)? {4}/.test(line)) return line;
      const start = shape.exec(line)?.[0] ?? "";
      return start + line.slice(start.length).replace(/(?<=\S) {2,}(?=\S)/g, " ");
    })
    .join("\n");
}

// Words that someone wrote in a Word file or on a page, as Markdown text that says just that:
// nothing in them can make a heading, a list, a link, a note or a tag, and no mark is put where
// the words would be read the same without it.

const hidden =
  /[\\`*<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|(?<=~)~|\[(?=\^)|\](?=[([:])|&(?=[#\w]+;)|\{(?=[-+~=>#.])/gu;

/** Words within a line. */
export function plainMarkdown(words: string): string {
  return words.replace(hidden, (mark) => `\\${mark}`);
}

/** The same at the start of a line, where more marks mean something. */
export function plainLine(words: string): string {
  return plainMarkdown(words)
    .replace(/^(\s*)([-+=>#|]|\[(?=[ xX]\]|$))/, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])/, "$1\\$2");
}

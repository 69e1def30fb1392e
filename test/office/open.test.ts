// What is sent and exported, opened by a real LibreOffice: participants open a page in Word too.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { tokenize } from "../../src/wording/tokens.ts";
import { temporaryFolder, testWorld } from "../world.ts";

let study = "";
let home = "";

beforeAll(async () => {
  home = temporaryFolder();
  study = join(home, "demo");
  expect(await main(["demo", study, "--quiet"], testWorld({ cwd: home }))).toBe(0);
});

/** The words LibreOffice finds in a page. */
function openedBy(file: string): string {
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(join(home, "profile")).href}`,
      "--headless",
      "--convert-to",
      "txt:Text (encoded):UTF8",
      "--outdir",
      home,
      file,
    ],
    { stdio: "pipe", timeout: 120_000 },
  );
  // LibreOffice writes out the numbers of a numbered list, which the page does not hold.
  const text = readFileSync(join(home, basename(file).replace(/\.html$/, ".txt")), "utf8");
  return text.replace(/^\s*\d+\.\s/gm, "");
}

const words = (text: string): string[] =>
  tokenize(text)
    .filter(({ isWord }) => isWord)
    .map(({ key }) => key);

/** The words a page shows, its markup undone. */
function shownBy(file: string): string {
  const [, body = ""] = /<body>([^]*)<\/body>/.exec(readFileSync(file, "utf8")) ?? [];
  return body
    .replace(/<script[^]*?<\/script>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
}

describe("LibreOffice", () => {
  it("opens a participant's page with every one of its words, in order", () => {
    const file = join(study, "copies/r01/P01.html");
    expect(words(openedBy(file))).toEqual(words(shownBy(file)));
  });

  it("opens the export with every one of its words, in order", () => {
    const name = readdirSync(join(study, "exports")).sort().at(-1) ?? "";
    const file = join(study, "exports", name, "synthese.html");
    expect(words(openedBy(file))).toEqual(words(shownBy(file)));
  });
});

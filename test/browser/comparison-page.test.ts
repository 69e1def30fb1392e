// The page that a group looks at together, in a real Chromium: read, filtered, offline, without
// its script, on paper.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { sentStudy } from "../correction/study.ts";
import { temporaryFolder, testWorld } from "../world.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const files: Record<"returns" | "editions", string> = { returns: "", editions: "" };
let browser: Browser;

beforeAll(async () => {
  const loop = await sentStudy();
  const back = (person: string, ...edits: [string, string][]): string => {
    let text = loop.read(`copies/r01/${person}.md`);
    for (const [from, to] of edits) {
      expect(text).toContain(from);
      text = text.replace(from, () => to);
    }
    loop.write(`back/r01-${person}.md`, text);
    return `back/r01-${person}.md`;
  };
  await loop.run([
    "receive",
    back(
      "P01",
      ["ordinaire", "diffuse"],
      [
        "toute la journée",
        "toute la journée, et la nuit{>>désaccord : <script>document.title = 'ran'</script><<}",
      ],
    ),
    back("P02", ["ordinaire", "diffuse"], ["il a, et", "il peut, et"]),
    back("P03", ["ordinaire", "de tous les jours{>>nuance : le mot compte<<}"]),
  ]);
  await loop.run([
    "receive",
    "--oral",
    "--from",
    "P03",
    "--section",
    "lien",
    "--kind",
    "addition",
    "--text",
    "Et le soir.",
  ]);
  await loop.run(["decide", "c001", "declined", "--reason", "le groupe tient à ce mot"]);
  const home = temporaryFolder();
  files.returns = join(home, "returns.html");
  writeFileSync(files.returns, (await loop.run(["diff", "--format", "html"])).out);
  const study = join(home, "demo");
  expect(await main(["demo", study, "--quiet"], testWorld({ cwd: home }))).toBe(0);
  const world = testWorld({ cwd: study });
  expect(await main(["diff", "--between", "r01", "r02", "--format", "html"], world)).toBe(0);
  files.editions = join(home, "editions.html");
  writeFileSync(files.editions, world.out());
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
});

afterAll(() => browser.close());

const addressOf = (name: "returns" | "editions"): string => pathToFileURL(files[name]).href;

/** What axe finds at level AA. */
async function complaintsOf(page: Page): Promise<[string, string | undefined][]> {
  await page.evaluate(axe);
  const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })`,
  );
  return found.violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
}

describe.each(["returns", "editions"] as const)("the page of %s", (name) => {
  it.each([
    [360, "light"],
    [1280, "light"],
    [1920, "dark"],
  ] as const)("at %i pixels, %s: loads nothing, fits, is accessible", async (width, colorScheme) => {
    const context = await browser.newContext({
      ...{ viewport: { width, height: 900 }, colorScheme, offline: true, bypassCSP: true },
    });
    const page = await context.newPage();
    const asked: string[] = [];
    const said: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await page.goto(addressOf(name));
    for (const fold of await page.locator("details > summary").all())
      if (await fold.isVisible()) await fold.click();
    expect(
      await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
    ).toBeLessThanOrEqual(0);
    expect(await complaintsOf(page)).toEqual([]);
    expect(asked).toEqual([addressOf(name)]);
    expect(said).toEqual([]);
    await context.close();
  });

  it("shows everything without its script", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(addressOf(name));
    expect(await page.locator(".filters").isVisible()).toBe(false);
    expect(await page.locator(".passage").count()).toBeGreaterThan(0);
    for (const passage of await page.locator(".passage").all()) expect(await passage.isVisible()).toBe(true);
    await context.close();
  });
});

describe("what a group sees", () => {
  const open = async (): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(addressOf("returns"));
    return page;
  };
  const shown = (page: Page): Promise<string[]> => page.locator(".passage:visible .sent").allInnerTexts();

  it("is each sentence with all its variants, who agrees, who does not, what was decided", async () => {
    const page = await open();
    const first = page.locator(".passage").first();
    expect(await first.locator(".words").allInnerTexts()).toEqual([
      "Le groupe décrit une peur ordinairediffuse.",
      "Le groupe décrit une peur ordinairede tous les jours.",
    ]);
    const words = await first.innerText();
    expect(words).toContain("P01 · éducatrice de prévention");
    expect(words).toMatch(/●\sP01 et ▲\sP02 demandent la même chose/);
    expect(words).toMatch(/demandent des choses différentes des mêmes mots/);
    expect(words).toContain("non suivie, par P09");
    expect(words).toContain("le groupe tient à ce mot");
    await page.close();
  });

  it("runs nothing that someone wrote", async () => {
    const page = await open();
    expect(await page.title()).toBe("Questions de réseau — Comparaison");
    expect(await page.locator("q", { hasText: "<script>" }).count()).toBe(1);
    await page.close();
    const planted = join(temporaryFolder(), "planted.html");
    const text = readFileSync(files.returns, "utf8");
    writeFileSync(planted, text.replace("</main>", `<script>document.title = "ran"</script></main>`));
    const other = await browser.newPage();
    await other.goto(pathToFileURL(planted).href);
    expect(await other.title()).toBe("Questions de réseau — Comparaison");
    await other.close();
  });

  it("can be narrowed to people, kinds and sections, with the keyboard, and counts what is shown", async () => {
    const page = await open();
    const count = page.locator('[role="status"]');
    expect(await count.innerText()).toMatch(/Passages montrés\s: 4 sur 4/);
    await page.locator(".filters > summary").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("checkbox", { name: /P01/ }).focus();
    await page.keyboard.press("Space");
    expect(await shown(page)).toHaveLength(3);
    expect(await page.locator(".passage:visible").first().innerText()).not.toMatch(/P01|même chose/);
    await page
      .getByRole("group", { name: "Personnes" })
      .getByRole("button", { name: "Tout décocher" })
      .click();
    expect(await count.innerText()).toMatch(/0 sur 4/);
    await page.getByRole("group", { name: "Personnes" }).getByRole("button", { name: "Tout cocher" }).click();
    await page.getByRole("group", { name: "Nature" }).getByRole("button", { name: "Tout décocher" }).click();
    await page.getByRole("checkbox", { name: /désaccord/ }).check();
    expect(await shown(page)).toEqual([expect.stringContaining("Elle dure toute la journée")]);
    await page.getByRole("group", { name: "Nature" }).getByRole("button", { name: "Tout cocher" }).click();
    await page.getByRole("checkbox", { name: "La peur au travail" }).uncheck();
    expect(await shown(page)).toEqual(["Sur la section entière"]);
    expect(await complaintsOf(page)).toEqual([]);
    await page.close();
  });

  it("unfolds what nobody changed, and keeps it folded on paper", async () => {
    const page = await open();
    const fold = page.locator(".fold").first();
    expect(await fold.locator("p").first().isVisible()).toBe(false);
    await page.locator(".filters > summary").click();
    await page.getByRole("checkbox", { name: /phrases sans changement/ }).check();
    expect(await fold.locator("p").first().isVisible()).toBe(true);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".filters").isVisible()).toBe(false);
    expect(await page.locator(".passage").first().isVisible()).toBe(true);
    await page.close();
  });
});

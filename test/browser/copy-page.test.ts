// A participant's page in a real Chromium, as people use it: read, answered with the keyboard and
// the mouse, closed and opened again, saved; and the saved file received by the real `receive`.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sentStudy, type Loop } from "../correction/study.ts";
import { temporaryFolder } from "../world.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
let loop: Loop;
let url: string;

beforeAll(async () => {
  loop = await sentStudy();
  url = pathToFileURL(join(loop.folder, "copies/r01/P01.html")).href;
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
});

afterAll(() => browser.close());

const contexts: BrowserContext[] = [];
const asked: string[] = [];
const complaints: string[] = [];

/** The page in a browser of its own; whatever it asks of a network is written down. */
async function open(options: BrowserContextOptions = {}, address = url): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    offline: true,
    reducedMotion: "reduce",
    ...options,
  });
  contexts.push(context);
  return openIn(context, address);
}

async function openIn(context: BrowserContext, address = url): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  return page;
}

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  // The page itself, and the file it makes to be saved, which is in its own memory.
  const others = asked.splice(0).filter((each) => !each.startsWith("file:") && !each.startsWith("blob:"));
  expect(others).toEqual([]);
  expect(complaints.splice(0)).toEqual([]);
});

const section = (page: Page, id: string): Locator => page.locator(`section#${id}`);
const box = (place: Locator, name: string): Locator => place.getByRole("checkbox", { name, exact: true });
const writing = (place: Locator, name: string | RegExp): Locator => place.getByRole("textbox", { name });
/** The field in which a paragraph that says these words is corrected. */
async function correcting(place: Locator, words: string): Promise<Locator> {
  const number = await place.locator("[data-block]", { hasText: words }).getAttribute("data-block");
  return place.getByRole("textbox", { name: `Paragraphe ${number ?? ""}`, exact: true });
}
const press = (place: Page | Locator, name: string): Promise<void> =>
  place.getByRole("button", { name, exact: true }).click();

async function violations(page: Page): Promise<unknown[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })`,
  );
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

/** Saves the answer, as the file that the person would send. */
async function save(page: Page): Promise<{ name: string; path: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    press(page, "Enregistrer ma réponse"),
  ]);
  const name = download.suggestedFilename();
  const path = join(temporaryFolder(), name);
  await download.saveAs(path);
  return { name, path, text: readFileSync(path, "utf8") };
}

interface Received {
  readonly returns: readonly {
    readonly copy: string;
    readonly corrections: readonly {
      readonly section: string | null;
      readonly kind: string;
      readonly before: string;
      readonly after: string;
      readonly comment: string;
    }[];
    readonly loss: readonly unknown[];
  }[];
}

const analysis = "Le groupe décrit une peur ordinaire. Elle dure toute la journée, parfois la nuit.";

/** A whole answer: each gesture once. */
async function answer(page: Page): Promise<void> {
  const [peur, silence, lien] = ["peur", "silence", "lien"].map((id) => section(page, id));
  if (!peur || !silence || !lien) throw new Error("sections");

  await box(peur, "Je nuance").click();
  const options = await peur.getByLabel("À propos de").locator("option").allTextContents();
  const passage = options.find((each) => each.includes("Le groupe décrit")) ?? "";
  await peur.getByLabel("À propos de").selectOption({ label: passage });
  await writing(peur, "Votre nuance").fill("Surtout le soir.");

  await press(peur, "Je corrige");
  const chacun = await correcting(peur, "Chacun fait");
  await chacun.fill((await chacun.inputValue()).replace("avec ce qu’il a", "de son mieux"));
  await press(peur, "J’ai fini de corriger");

  await box(peur, "Retirer mes paroles").check();

  // By keyboard alone.
  await box(silence, "Je ne suis pas d’accord").focus();
  await page.keyboard.press("Space");
  await writing(silence, "Votre désaccord").focus();
  await page.keyboard.type("À l’école, on en parle.");

  await box(lien, "À garder").focus();
  await page.keyboard.press("Space");
  await box(lien, "Je suis d’accord").check();
  await writing(lien, "Une remarque libre").fill("C’est bien dit.");
  await writing(page.locator("#Answer"), "Autre chose à dire").fill("Merci à toutes et tous.");
}

describe("a participant's whole answer", () => {
  it("is kept when the page is closed, saved, and received as exactly what was said", async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true });
    contexts.push(context);
    const first = await openIn(context);
    expect(await first.getByText("Aucune section répondue sur 3").count()).toBe(1);
    await answer(first);
    await first.close();

    const page = await openIn(context);
    expect(await page.getByText("3 sections répondues sur 3").count()).toBe(1);
    const summary = await page.locator(".summary").innerText();
    for (const words of [
      "Surtout le soir.",
      "Chacun fait",
      "de son mieux",
      "Des fois la nuit",
      "À l’école, on en parle.",
      "D’accord avec cette section",
      "C’est bien dit.",
      "Merci à toutes et tous.",
    ])
      expect(summary).toContain(words);
    const saved = await save(page);
    expect(saved.name).toBe("reponse-r01-P01.json");
    expect(await page.locator(".saved").innerText()).toContain("reponse-r01-P01.json");

    const { returns } = (await loop.json(["receive", saved.path])) as Received;
    expect(returns.map(({ copy, loss }) => [copy, loss])).toEqual([
      ["r01-P01", [{ place: "whole", words: "Merci à toutes et tous." }]],
    ]);
    const corrections = (returns[0]?.corrections ?? []).map(
      ({ section: of, kind, before, after, comment }) => {
        // A whole quote may come with the marks of the line after it.
        const words = before === after ? before.replace(/[\s>]+$/, "") : `${before}→${after}`;
        return [of ?? "", kind, words, comment].join(" | ");
      },
    );
    expect(corrections.sort()).toEqual(
      [
        `peur | nuance | ${analysis} | Surtout le soir.`,
        "peur | major | avec ce qu’il a→de son mieux | ",
        "peur | withdrawal | Des fois la nuit, on a peur de rentrer dans le hall. | Retirer mes paroles.",
        "silence | disagreement |  | À l’école, on en parle.",
        "lien | strength |  | À garder.",
        "lien | strength |  | D’accord avec cette section.",
        "lien | nuance |  | C’est bien dit.",
      ].sort(),
    );
  });

  it("can be taken up again from the saved file, on another device", async () => {
    const here = await open();
    await answer(here);
    const saved = await save(here);
    const there = await open();
    await there.getByLabel("Reprendre une réponse enregistrée").setInputFiles(saved.path);
    await there.getByText("Votre réponse enregistrée est de nouveau là.").waitFor();
    expect((await save(there)).text).toBe(saved.text);
  });

  it("is not replaced without asking, nor by another file", async () => {
    const page = await open();
    await box(section(page, "lien"), "Je suis d’accord").check();
    const saved = await save(page);
    const file = page.getByLabel("Reprendre une réponse enregistrée");
    for (const text of ["{", "null", "[]", '{"retour":"answer"}', saved.text.replace("r01-P01", "r01-P02")]) {
      const other = join(temporaryFolder(), "autre.json");
      writeFileSync(other, text);
      await file.setInputFiles(other);
      await page.getByText("Ce fichier n’est pas une réponse à cette page").waitFor();
      await box(section(page, "peur"), "Je nuance").click();
    }
    await writing(section(page, "lien"), "Une remarque libre").fill("À ne pas perdre.");
    await file.setInputFiles(saved.path);
    await press(page, "Non");
    expect(await writing(section(page, "lien"), "Une remarque libre").inputValue()).toBe("À ne pas perdre.");
    await file.setInputFiles(saved.path);
    await press(page, "Oui");
    expect(await writing(section(page, "lien"), "Une remarque libre").inputValue()).toBe("");
    expect(await box(section(page, "lien"), "Je suis d’accord").isChecked()).toBe(true);
  });
});

describe("correcting in place", () => {
  it("shows what changes as it is typed, and each correction can be taken back, and put back", async () => {
    const page = await open();
    const peur = section(page, "peur");
    await press(peur, "Je corrige");
    const field = await correcting(peur, "Le groupe décrit");
    expect(await field.inputValue()).toBe(analysis);
    await field.press("End");
    await field.pressSequentially(" Même le matin.");
    expect(await peur.locator("ins").allInnerTexts()).toEqual([expect.stringContaining(" Même le matin.")]);
    expect(await peur.locator("del").count()).toBe(0);
    await field.fill(analysis.replace("ordinaire", "banale"));
    expect(await peur.locator("del").innerText()).toContain("ordinaire");
    expect(await peur.locator("ins").innerText()).toContain("banale");
    await press(peur, "Annuler ma correction");
    expect(await field.inputValue()).toBe(analysis);
    expect(await peur.locator("ins").count()).toBe(0);
    await press(page, "Rétablir");
    expect(await field.inputValue()).toContain("banale");
    await press(peur, "J’ai fini de corriger");
    expect(await peur.getByRole("textbox", { name: /^Paragraphe/ }).count()).toBe(0);
    expect(await peur.locator("ins").innerText()).toContain("banale");
  });

  it("adds a paragraph where it is wanted", async () => {
    const page = await open();
    const lien = section(page, "lien");
    await press(lien, "Je corrige");
    await lien
      .getByRole("button", { name: /^Ajouter un paragraphe après/ })
      .last()
      .click();
    expect(await page.evaluate("document.activeElement.tagName")).toBe("TEXTAREA");
    await page.keyboard.type("Un paragraphe de plus.");
    const saved = JSON.parse((await save(page)).text) as { sections: { added: unknown[] }[] };
    expect(saved.sections[0]?.added).toMatchObject([{ text: "Un paragraphe de plus." }]);
  });

  it("takes words with markup for words", async () => {
    const page = await open();
    const peur = section(page, "peur");
    await press(peur, "Je corrige");
    await (await correcting(peur, "Le groupe décrit")).fill('<img src=x onerror="document.title=1"><script>');
    await writing(peur, "Une remarque libre").fill("</textarea><b>");
    await page.locator(".summary .said").waitFor();
    expect(await page.locator("main img, main b").count()).toBe(0);
    expect(await page.title()).not.toBe("1");
    expect(await peur.locator("ins").innerText()).toContain("<script>");
  });
});

describe("one's own words", () => {
  it("alone can be withdrawn", async () => {
    const page = await open();
    expect(await page.getByText("Vos paroles", { exact: true }).count()).toBeGreaterThan(0);
    const mine = await page.locator("blockquote.mine").count();
    expect(await page.getByRole("checkbox", { name: /^Retirer mes paroles/ }).count()).toBe(mine);
    expect(await page.locator("blockquote:not(.mine)").count()).toBeGreaterThan(0);
  });
});

describe("leaving no trace", () => {
  it("erases the answer from the device once it is asked and confirmed", async () => {
    const page = await open();
    const remark = writing(section(page, "lien"), "Une remarque libre");
    await remark.fill("Entre nous.");
    expect(await page.evaluate("JSON.stringify(localStorage)")).toContain("Entre nous.");
    await press(page, "Effacer ma réponse de cet appareil");
    await press(page, "Non");
    expect(await remark.inputValue()).toBe("Entre nous.");
    await press(page, "Effacer ma réponse de cet appareil");
    await press(page, "Oui");
    await page.getByText("Votre réponse est effacée de cet appareil.").waitFor();
    expect(await remark.inputValue()).toBe("");
    expect(await page.evaluate("localStorage.length")).toBe(0);
    await page.reload();
    expect(await page.getByText("Aucune section répondue sur 3").count()).toBe(1);
  });

  it("follows what is written in another window of the same page", async () => {
    const page = await open();
    const other = await openIn(page.context());
    await writing(section(other, "lien"), "Une remarque libre").fill("D’ici.");
    await expect.poll(() => writing(section(page, "lien"), "Une remarque libre").inputValue()).toBe("D’ici.");
  });
});

describe("a browser that keeps nothing", () => {
  const refusing = `Object.defineProperty(window, "localStorage", { get() { throw new Error("no") } })`;

  it("is told so, and the answer is saved all the same", async () => {
    const context = await browser.newContext({ offline: true });
    contexts.push(context);
    await context.addInitScript(refusing);
    const page = await openIn(context);
    expect(await page.getByText("Ce navigateur ne peut pas garder ce que vous écrivez").count()).toBe(1);
    await box(section(page, "lien"), "Je suis d’accord").check();
    expect((await save(page)).text).toContain('"agree"');
  });
});

describe("without JavaScript", () => {
  it("reads well, says how to answer, and shows nothing that does not work", async () => {
    const page = await open({ javaScriptEnabled: false });
    const text = await page.locator("main").innerText();
    expect(text).toContain(analysis);
    expect(text).toContain("enregistrez le fichier sur votre appareil, puis ouvrez-le dans un navigateur");
    expect(await page.locator("button, input, textarea, select").count()).toBe(0);
  });
});

describe("on paper", () => {
  it("is a form: boxes and lines, and nothing to press", async () => {
    const page = await open();
    await press(section(page, "peur"), "Je corrige");
    await page.emulateMedia({ media: "print" });
    for (const gone of ["button", "textarea", "nav", ".bar", "fieldset"])
      expect(await page.locator(gone).filter({ visible: true }).count()).toBe(0);
    expect(await page.locator(".boxes").filter({ visible: true }).count()).toBeGreaterThan(3);
    expect(await page.locator(".lines").filter({ visible: true }).count()).toBe(4);
    expect(await page.locator("main").innerText()).toContain(analysis);
    expect((await page.pdf({ format: "A4" })).subarray(0, 5).toString()).toBe("%PDF-");
  });
});

describe.each([360, 1280])("at %i pixels wide", (width) => {
  it.each(["light", "dark"] as const)(
    "is accessible, before and while answering, in the %s",
    async (colorScheme) => {
      const page = await open({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await answer(page);
      await press(section(page, "peur"), "Je corrige");
      await press(section(page, "lien"), "Je corrige");
      await press(page, "Effacer ma réponse de cet appareil");
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      const small = await page.evaluate<string[]>(
        `[...document.querySelectorAll("button, select, textarea, label.choice, nav a, .to-end, .top a")]
        .filter((each) => { const box = each.getBoundingClientRect(); return box.height > 0 && (box.height < 24 || box.width < 24); })
        .map((each) => each.outerHTML)`,
      );
      expect(small).toEqual([]);
    },
  );
});

describe("by keyboard alone", () => {
  it("reaches everything in the order it is read, and shows where it is", async () => {
    const page = await open();
    const seen: string[] = [];
    for (let count = 0; count < 60; count += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate<{ name: string; outline: string; isHidden: boolean }>(
        `(() => {
          const each = document.activeElement;
          const shown = each.type === "file" ? each.nextElementSibling : each;
          const { top, bottom } = shown.getBoundingClientRect();
          const bar = document.querySelector(".bar").getBoundingClientRect().bottom;
          return {
            name: each === document.body ? "" : each.dataset.key || each.textContent.slice(0, 30) || each.type,
            outline: getComputedStyle(shown).outlineStyle,
            isHidden: !each.closest(".bar") && (bottom <= bar || top >= innerHeight),
          };
        })()`,
      );
      if (at.name === "") break;
      seen.push(at.name);
      expect(at).toEqual({ name: at.name, outline: "solid", isHidden: false });
    }
    expect(seen.indexOf("opinion-agree")).toBeGreaterThan(-1);
    expect(seen.indexOf("Enregistrer ma réponse")).toBeGreaterThan(seen.lastIndexOf("opinion-keep"));
    expect(seen).toContain("file");
  });
});

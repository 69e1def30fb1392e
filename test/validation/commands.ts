// A study that has sent its first edition, and commands run on it as a person types them.
import { writeFileSync } from "node:fs";
import { main } from "../../src/main.ts";
import { testWorld } from "../world.ts";
import { gather } from "./circle.ts";

const settings = `title: Questions de réseau
language: fr
audience: public
vault: none
consent: elsewhere
groups:
  - { id: g1, title: Groupe de professionnels }
participants:
  - { id: P01, group: g1, pseudonym: Nadia, description: éducatrice }
  - { id: P02, group: g1, pseudonym: Karim, description: gardien }
  - { id: P03, group: g1, pseudonym: Odile, description: mère d’élève }
sessions:
  - { id: s01, date: 2026-01-15, group: g1, present: [P01, P02, P03], capture: recording }
  - { id: s04, date: 2026-05-10, group: g1, present: [P01, P02, P03], capture: recording }
validation:
  rule: unanimity
`;

const document = `## La peur au travail {#peur}

> On a peur de rentrer dans le hall.
>
> — gardien (s01.1)

## Le lien {#lien}

On se dit bonjour, et puis plus rien.

## Ce que l’institution ne veut pas entendre {#silence}

On ne nous demande rien.
`;

export async function sentStudy({
  columns = 100,
  env,
}: { columns?: number; env?: Record<string, string> } = {}) {
  const circle = await gather();
  writeFileSync(circle.path("retour.yaml"), settings);
  circle.write(document);
  await circle.speak({ 1: "P02" });
  await circle.send();
  await circle.answer("P01", "r01");
  await circle.study.close();
  const world = testWorld({ cwd: circle.root, columns, ...(env ? { env } : {}) });
  const run = async (...argv: string[]): Promise<{ exit: number; out: string; err: string }> => {
    world.clear();
    const exit = await main(argv, world);
    return { exit, out: world.out(), err: world.err() };
  };
  const json = async (...argv: string[]): Promise<unknown> => JSON.parse((await run(...argv, "--json")).out);
  return { ...circle, run, json };
}

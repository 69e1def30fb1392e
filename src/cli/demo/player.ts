// Plays the demo's steps in a folder: says each, runs its commands as if typed, lends its hands.
import { relative } from "node:path";
import type { World } from "../../kernel/world.ts";
import type { Context } from "../run.ts";
import { vaultVariables, type Folders } from "./folder.ts";
import { lend, sayHand } from "./lend.ts";
import { scriptedPrompter } from "./prompter.ts";
import type { Step } from "./script.ts";
import type { Stage } from "./stage.ts";

export interface Place extends Folders {
  /** Absolute: fixtures/demo. */
  readonly fixtures: string;
}

interface PlayedCommand {
  readonly command: string;
  readonly exit: number;
}

export interface Play {
  readonly steps: readonly PlayedCommand[];
  /** The command that did not end as the script says: the play stopped there. */
  readonly failure:
    | { readonly step: number; readonly command: string; readonly exit: number; readonly expected: number }
    | undefined;
}

/** Plays the steps in order. In a dry run, only says them. */
export async function play(
  context: Context,
  script: readonly Step[],
  place: Place,
  stage: Stage,
): Promise<Play> {
  const steps: PlayedCommand[] = [];
  const newId = ids();
  for (const [index, step] of script.entries()) {
    stage.announce(step, index + 1);
    const world = { ...storyWorld(context, place, step.day, stage), newId };
    for (const action of step.actions) {
      if (action.kind !== "run") {
        stage.tell(sayHand(action, place, context.say));
        if (!context.isDryRun) lend(action, place);
        continue;
      }
      const argv = action.argv.map((word) => word.replace("{fixtures}", shortest(place)));
      const command = `retour ${argv.map(quoted).join(" ")}`;
      stage.command(command);
      if (context.isDryRun) continue;
      const exit = await context.play(argv, {
        ...world,
        canAsk: action.answers.length > 0,
        prompter: scriptedPrompter(action.answers, (question, answer) => {
          stage.output.write(`? ${question} ${context.paint.cyan(answer)}\n`);
        }),
      });
      stage.commandEnded();
      steps.push({ command, exit });
      if (exit !== action.exit)
        return { steps, failure: { step: index + 1, command, exit, expected: action.exit } };
    }
  }
  return { steps, failure: undefined };
}

/** The same ids each time: a demo is the same to the byte, wherever it is played. */
function ids(): () => string {
  let last = 0;
  return () => (last += 1).toString(16).padStart(32, "0");
}

/** The demo's folder on a day of the story; all that is printed goes on stage. */
function storyWorld({ world, language }: Context, place: Place, day: string, stage: Stage): World {
  let now = Date.parse(`${day}T09:00:00Z`);
  return {
    ...world,
    cwd: place.folder,
    env: { ...world.env, ...vaultVariables(place.apart), RETOUR_LANG: language },
    stdout: stage.output,
    stderr: stage.output,
    now: () => new Date((now += 1000)),
  };
}

/** The shorter way from the study to the fixtures, so that a command can be typed again. */
function shortest({ folder, fixtures }: Place): string {
  const near = relative(folder, fixtures);
  return near.length < fixtures.length ? near : fixtures;
}

/** A word as it would be typed in a terminal. */
export function quoted(word: string): string {
  if (/^[\p{L}\p{N}_./:=,@+\\-]+$/u.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}

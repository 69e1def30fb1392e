// What `report` tells the team.
import type { Reports } from "../../correction/report.ts";
import type { Settings } from "../../study/settings.ts";
import type { Context, Outcome } from "../run.ts";
import { nameOf } from "./correction.ts";

export function reportFollowUps(
  { edition, goesWith, reports, diagnostics }: Reports,
  settings: Settings,
  { say }: Context,
): Outcome {
  const lines = reports.map(({ participant, corrections }) => {
    const awaited = corrections.filter(({ outcome }) => outcome === "awaited").length;
    const person = nameOf(settings, participant);
    return `  ${say("report.person", { person, asked: corrections.length, awaited })}`;
  });
  return {
    json: {
      edition,
      reports: reports.map(({ participant, files, corrections }) => ({
        ...{ participant, path: files[0] ?? null, files, corrections },
      })),
    },
    text: [
      say("report.done", { count: reports.length, edition, folder: `copies/${goesWith}/` }),
      ...lines,
      say("report.next", {}),
    ].join("\n"),
    diagnostics,
  };
}

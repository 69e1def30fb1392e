// Text of f4transkript and MAXQDA: paragraphs that end, or start, with their time, `#00:01:02-3#`
// (hours, minutes, seconds, tenths). A dot between parentheses is a second of silence.
import { writeMark } from "../../wording/speech-marks.ts";
import type { TextFormat } from "../reading.ts";
import { text } from "./text.ts";

const stamp = /(?:^[ \t]*|[ \t])#\d{1,2}:\d{2}:\d{2}-\d{1,2}#|#\d{1,2}:\d{2}:\d{2}-\d{1,2}#[ \t]*$/m;

export const f4: TextFormat = {
  name: "f4",
  recognises: (source, { isWritten }) => !isWritten && stamp.test(source),
  read: (source, hints) => {
    const { cues, diagnostics } = text.read(source, hints);
    const paused = cues.map((cue) => ({
      ...cue,
      words: cue.words.replace(/\((\.{1,3}|…)\)/g, (_, dots: string) =>
        writeMark("pause", hints.language, dots === "…" ? 3 : dots.length),
      ),
    }));
    return { cues: paused, diagnostics };
  },
  joining: text.joining,
};

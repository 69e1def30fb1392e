// What `npm run bench` holds our import against: media-captions, parsing alone.
import { readFileSync } from "node:fs";
import { parseText } from "media-captions";

const { cues } = await parseText(readFileSync(process.argv[2], "utf8"), { type: "vtt" });
if (cues.length === 0) throw new Error("no cue");

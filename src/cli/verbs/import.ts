// `retour import`
import { timestamp } from "../../kernel/world.ts";
import { themeIds } from "../../theme/read-sheets.ts";
import { themesCalled } from "../../theme/themes-called.ts";
import { asEncoding } from "../../transcript/encoding/decode.ts";
import { importTranscripts } from "../../transcript/import.ts";
import { readVoices } from "../../transcript/voices-given.ts";
import { proposeLikely } from "../ask-likely.ts";
import { openNames } from "../ask-name.ts";
import { noteNames, reportImports, voiceAsker } from "../report/transcript.ts";
import { isSet, one, type Run } from "../run.ts";

export const run: Run = async (context, files, options) => {
  const { world, say, progress } = context;
  const encoding = one(options, "encoding");
  const format = one(options, "format");
  const study = await context.open({ forWriting: true });
  const given = options["speaker"];
  const opening = openNames(context, study);
  // A passphrase is typed before anything else happens; one that is read from a file is tried meanwhile.
  if (context.canAsk) await opening;
  const names = opening.then((opened) => opened.names);
  names.catch(() => undefined); // Met where names are first looked for.
  const imports = await importTranscripts(study, {
    files,
    cwd: world.cwd,
    session: one(options, "session"),
    format: format === "auto" ? undefined : format,
    encoding: encoding === undefined ? undefined : asEncoding(encoding),
    unwrap: isSet(options, "unwrap"),
    // A label may hold a comma: `many` would cut it.
    speakers: readVoices(Array.isArray(given) ? given : [], study.settings.participants),
    isReplacing: isSet(options, "replace"),
    at: timestamp(world),
    themes: () => themeIds(study),
    themesCalled: (titles) => themesCalled(study, titles),
    names,
    askVoice: voiceAsker(context, study),
    onFile: ({ done, of, session }) => {
      progress.show({ done, of, now: say("imports.progress", { session }) });
    },
    onImported: (imported) => {
      noteNames(context, imported);
    },
  });
  const imported = imports.imports.filter(({ outcome }) => outcome !== "unchanged");
  await proposeLikely(
    context,
    study,
    (await opening).vault,
    imported.map(({ session }) => session),
  );
  return reportImports(context, imports);
};

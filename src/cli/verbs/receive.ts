// `retour receive`
import { resolve } from "node:path";
import { kindOfPath } from "../../kernel/files.ts";
import { refuse as refuseReturn } from "../../correction/messages.ts";
import type { ReturnedFile } from "../../correction/read-returned.ts";
import { checkMayReceive, receiveEach, receiveFiles, type Received } from "../../correction/receive.ts";
import { returnsIn } from "../../correction/receive-folder.ts";
import { receiveWords } from "../../correction/receive-words.ts";
import { sayLikely } from "../ask-likely.ts";
import { openNames } from "../ask-name.ts";
import { returnAsker, saidWords } from "../ask-return.ts";
import { reportReceived } from "../report/received.ts";
import { isSet, one, refuse, type Outcome, type Run } from "../run.ts";
import { correctionSources } from "../study-sources.ts";

export const run: Run = async (context, given, options) => {
  const { world, canAsk, progress, say } = context;
  const isOral = isSet(options, "oral");
  if (!isOral && given.length === 0) throw refuse("usage.option-missing", { option: "--oral" });
  const study = await context.open({ forWriting: true });
  await checkMayReceive(study);
  const { names, vault } = await openNames(context, study);
  const report = (received: Received, folder?: { readonly leftAside: readonly string[] }): Outcome => {
    const fresh = received.returns.flatMap(({ corrections, isRepeated }) => (isRepeated ? [] : corrections));
    if (vault && fresh.length > 0) sayLikely(context, study, vault, correctionSources(fresh));
    return reportReceived(received, study.settings, context, folder);
  };
  if (isOral) {
    const said = await receiveWords(study, await saidWords(context, study, options), names, world);
    return report({ returns: [said], refused: [], awaited: [] });
  }
  const files: ReturnedFile[] = [];
  const leftAside: string[] = [];
  const isFolder = (name: string): boolean => kindOfPath(resolve(world.cwd, name)) === "folder";
  for (const name of given) {
    if (!isFolder(name)) {
      files.push({ name, path: resolve(world.cwd, name) });
      continue;
    }
    const found = returnsIn(name, world.cwd, study.root);
    if (found.files.length === 0) throw refuseReturn("return.folder-empty", { file: name });
    files.push(...found.files);
    leftAside.push(...found.leftAside);
  }
  const hasFolder = given.some(isFolder);
  const request = {
    given: { edition: one(options, "edition"), from: one(options, "from") },
    names,
    asking: canAsk ? returnAsker(context, study) : undefined,
    onFile: ({ done, of, file }: { done: number; of: number; file: string }) => {
      if (of > 1) progress.show({ done, of, now: say("receive.progress", { file }) });
    },
  };
  // In a folder, one file that cannot be read must not hold up those of the others.
  const received = await (hasFolder ? receiveEach : receiveFiles)(study, files, request, world);
  return report(received, hasFolder ? { leftAside } : undefined);
};

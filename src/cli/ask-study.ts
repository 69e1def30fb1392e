// The questions of `init`: each is answered by its option, else asked, else takes its default.
import { firstGroup, type StartingPoint, type StartingRule } from "../study/starting-files.ts";
import { audiences } from "../study/settings.ts";
import { choice, text } from "./ask.ts";
import { one, refuse, type Context, type Options } from "./run.ts";

export async function askStudy(context: Context, options: Options): Promise<StartingPoint> {
  const { say } = context;
  const title = await text(context, options, "title", { message: say("ask.title", {}) });
  const language = await askLanguage(context, options);
  const kind = await choice(context, options, "kind", {
    message: say("ask.kind", {}),
    choices: [
      { value: "collective", name: say("kind.collective", {}) },
      { value: "individual", name: say("kind.individual", {}) },
    ],
  });
  const group = await text(context, options, "group", {
    message: say("ask.group", {}),
    initial: firstGroup(language, kind),
  });
  const rule = await askRule(context, options);
  const silence = await choice(context, options, "silence", {
    message: say("ask.silence", {}),
    choices: [
      { value: "not-agreement", name: say("silence.not-agreement", {}) },
      { value: "ask-again", name: say("silence.ask-again", {}) },
    ],
  });
  const vault = await choice(context, options, "names", {
    message: say("ask.vault", {}),
    choices: [
      { value: "kept", name: say("vault.kept", {}) },
      { value: "none", name: say("vault.without", {}) },
    ],
  });
  const consent = await choice(context, options, "consent", {
    message: say("ask.consent", {}),
    choices: [
      { value: "kept", name: say("consent.kept", {}) },
      { value: "elsewhere", name: say("consent.on-paper", {}) },
    ],
  });
  const audience = audiences.find((each) => each === one(options, "audience")) ?? "group";
  return { title, language, kind, group, rule, silence, audience, vault, consent };
}

/** The person's own language comes first: it is the default. */
function askLanguage(context: Context, options: Options): Promise<"fr" | "en"> {
  const { say, language } = context;
  const french = { value: "fr", name: say("language.fr", {}) } as const;
  const english = { value: "en", name: say("language.en", {}) } as const;
  return choice<"fr" | "en">(context, options, "language", {
    message: say("ask.language", {}),
    choices: language === "fr" ? [french, english] : [english, french],
  });
}

async function askRule(context: Context, options: Options): Promise<StartingRule> {
  const { say } = context;
  const given = one(options, "rule");
  if (given !== undefined) return readRule(given, say("rule.expected", {}));
  const kind = await choice(context, options, "rule", {
    message: say("ask.rule", {}),
    choices: [
      { value: "unanimity", name: say("rule.unanimity", {}) },
      { value: "group-session", name: say("rule.group-session", {}) },
      { value: "quorum", name: say("rule.quorum", {}) },
    ],
  });
  if (kind !== "quorum") return { kind };
  const share = await text(context, options, "rule", { message: say("ask.share", {}), initial: "0.75" });
  return readRule(`quorum:${share}`, say("rule.expected", {}));
}

/** `unanimity`, `group-session`, `quorum:0.75`. */
function readRule(given: string, expected: string): StartingRule {
  if (given === "unanimity" || given === "group-session") return { kind: given };
  const share = Number(/^quorum[:=]\s*([01]?(?:[.,]\d+)?)$/.exec(given)?.[1]?.replace(",", ".") ?? 0);
  if (share > 0 && share <= 1) return { kind: "quorum", share };
  throw refuse("usage.bad-value", { option: "--rule", value: given, expected });
}

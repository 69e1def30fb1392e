// Completion scripts for three shells, made from the program itself: its verbs, their
// aliases, their options and the values these take.
import type { Command, Option } from "commander";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** What can be typed at one point: after no verb, after `participant`, after `participant add`. */
interface Point {
  /** The words of the verb, with one space between them. */
  readonly verb: string;
  /** What comes next: a verb or one of its aliases. */
  readonly verbs: readonly { readonly word: string; readonly verb: string; readonly summary: string }[];
  readonly options: readonly Option[];
}

export function completionScript(program: Command, shell: Shell): string {
  const points = pointsOf(program, "");
  const scripts = { bash, zsh, fish };
  return scripts[shell](points);
}

function pointsOf(command: Command, verb: string): Point[] {
  const under = command.commands.map((child) => ({
    child,
    verb: `${verb} ${child.name()}`.trim(),
    words: [child.name(), ...child.aliases()],
  }));
  const verbs = under.flatMap((each) =>
    each.words.map((word) => ({
      word,
      verb: each.verb,
      summary: each.child.summary() || each.child.description(),
    })),
  );
  const point = { verb, verbs, options: command.options };
  return [point, ...under.flatMap((each) => pointsOf(each.child, each.verb))];
}

/** `pattern) action ;;` for each way to go from one verb to a longer one. */
function steps(points: readonly Point[]): string {
  return points
    .flatMap((point) => point.verbs.map((next) => ({ from: point.verb, ...next })))
    .map(({ from, word, verb }) => `      "${from}|${word}") verb="${verb}" ;;`)
    .join("\n");
}

function choicesOf(points: readonly Point[]): { verb: string; option: Option; choices: readonly string[] }[] {
  return points.flatMap(({ verb, options }) =>
    options.flatMap((option) => (option.argChoices ? [{ verb, option, choices: option.argChoices }] : [])),
  );
}

function bash(points: readonly Point[]): string {
  const values = choicesOf(points).map(
    ({ verb, option, choices }) => `    "${verb}|${flag(option)}") offered="${choices.join(" ")}" ;;`,
  );
  const words = points.map(({ verb, verbs, options }) => {
    const offered = [...verbs.map(({ word }) => word), ...options.map(flag)];
    return `      "${verb}") offered="${offered.join(" ")}" ;;`;
  });
  return `# retour: bash completion
_retour() {
  local cur=\${COMP_WORDS[COMP_CWORD]} verb="" offered="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$verb|\${COMP_WORDS[i]}" in
${steps(points)}
    esac
  done
  case "$verb|\${COMP_WORDS[COMP_CWORD-1]}" in
${values.join("\n")}
  esac
  if [ -z "$offered" ]; then
    case "$verb" in
${words.join("\n")}
    esac
  fi
  COMPREPLY=($(compgen -W "$offered" -- "$cur"))
}
complete -o default -F _retour retour
`;
}

function zsh(points: readonly Point[]): string {
  const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const values = choicesOf(points).map(
    ({ verb, option, choices }) => `    "${verb}|${flag(option)}") offered=(${choices.join(" ")}) ;;`,
  );
  const words = points.map(({ verb, verbs, options }) => {
    const offered = [
      ...verbs.map(({ word, summary }) => quote(`${word}:${summary}`)),
      ...options.map((option) => quote(`${flag(option)}:${option.description}`)),
    ];
    return `      "${verb}") offered=(${offered.join(" ")}) ;;`;
  });
  return `#compdef retour
# retour: zsh completion
_retour() {
  local verb="" word
  local -a offered
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$verb|$word" in
${steps(points)}
    esac
  done
  case "$verb|\${words[CURRENT-1]}" in
${values.join("\n")}
  esac
  if (( ! $#offered )); then
    case "$verb" in
${words.join("\n")}
    esac
  fi
  _describe retour offered || _files
}
if [ "$funcstack[1]" = "_retour" ]; then _retour "$@"; else compdef _retour retour; fi
`;
}

function fish(points: readonly Point[]): string {
  const quote = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const moves = points
    .flatMap((point) => point.verbs.map((next) => ({ from: point.verb, ...next })))
    .map(({ from, word, verb }) => `      case ${quote(`${from}|${word}`)}; set verb ${quote(verb)}`);
  const lines = points.flatMap(({ verb, verbs, options }) => {
    const start = `complete -c retour -n ${quote(`__retour_at "${verb}"`)}`;
    return [
      ...verbs.map(({ word, summary }) => `${start} -f -a ${quote(word)} -d ${quote(summary)}`),
      ...options.map((option) => {
        const values = option.argChoices ? ` -x -a ${quote(option.argChoices.join(" "))}` : "";
        const takes = values === "" && (option.required || option.optional) ? " -r" : values;
        return `${start} -l ${flag(option).slice(2)}${takes} -d ${quote(option.description)}`;
      }),
    ];
  });
  return `# retour: fish completion
function __retour_at
  set -l verb ''
  for word in (commandline -opc)[2..-1]
    switch "$verb|$word"
${moves.join("\n")}
    end
  end
  test "$verb" = "$argv[1]"
end
${lines.join("\n")}
`;
}

function flag(option: Option): string {
  return option.long ?? option.flags;
}

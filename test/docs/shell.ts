/** A command of a line of shell, its words without quotes. */
export type Words = string[];

const operators = /^(?:&&|\|\||[|;&])$/;
const redirections = /^(?:[0-9]?>>?|<)$/;

/** The commands that a script runs, whatever joins them; comments, variables set before and redirections left out. */
export function commandsIn(script: string): Words[] {
  const commands: Words[] = [];
  for (const line of script.replaceAll('\\\n', ' ').split('\n')) {
    let words: Words = [];
    commands.push(words);
    let isTarget = false;
    for (const word of wordsIn(line)) {
      if (operators.test(word)) {
        words = [];
        commands.push(words);
      } else if (redirections.test(word)) isTarget = true;
      else if (isTarget) isTarget = false;
      else words.push(unquoted(word));
    }
  }
  return commands.map(withoutSettings).filter(({ length }) => length > 0);
}

function wordsIn(line: string): string[] {
  const word = /(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\|&;<>#]|(?<=\S)#)+/;
  const pattern = new RegExp(
    `(?<comment>(?<=^|\\s)#.*$)|&&|\\|\\||[|;&<]|\\d?>>?|${word.source}`,
    'g',
  );
  return [...line.matchAll(pattern)]
    .filter(({ groups }) => !groups?.comment)
    .map(([found]) => found);
}

const unquoted = (word: string) =>
  word.replaceAll(/'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/g, (_, single, double, escaped) =>
    [single, double?.replaceAll(/\\(["\\$`])/g, '$1'), escaped].find((text) => text !== undefined),
  );

function withoutSettings(words: Words): Words {
  const first = words.findIndex((word) => !/^\w+=/.test(word));
  return first === -1 ? [] : words.slice(first);
}

import addCommands from '@bomb.sh/tab/commander';
import type { Command } from 'commander';

/** What the script for bash takes from the package bash-completion, for where that is not loaded. */
const forBareBash = `if ! declare -F _get_comp_words_by_ref >/dev/null; then
    _get_comp_words_by_ref() {
        cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]}
        words=("\${COMP_WORDS[@]}") cword=$COMP_CWORD
    }
fi
`;

/** Adds `completion`, which writes a script, and `complete`, which the script asks. */
export function addCompletion(program: Command, args: readonly string[]): void {
  addCommands(program, { completionCommandName: 'completion' });
  if (args[0] === 'completion' && args[1] === 'bash') process.stdout.write(forBareBash);
}

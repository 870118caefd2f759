/**
 * What a shell is told about completing, by its name. The words of a line go to `trainyard complete` as they were typed:
 * none of them is evaluated. It answers a line for each word that fits, with what that means behind a tab, and last a
 * line that begins with a colon.
 */
export const scripts = {
  bash: `# bash completion for trainyard
_trainyard() {
    local cur=\${COMP_WORDS[COMP_CWORD]} asked=() word value
    # Bash makes three words of --flag=value.
    for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
        [[ $word == "=" ]] || asked+=("$word")
    done
    if [[ $cur == "=" ]]; then
        cur="" asked+=("")
    fi
    COMPREPLY=()
    while IFS=$'\\t' read -r value word; do
        [[ -z $value || $value == :* || $value != "$cur"* ]] || COMPREPLY+=("$value")
    done < <(trainyard complete -- "\${asked[@]}" 2>/dev/null)
}
complete -F _trainyard trainyard
`,
  zsh: `#compdef trainyard
# zsh completion for trainyard
_trainyard() {
    local -a asked found
    local line value
    asked=("\${(@)words[2,CURRENT]}")
    if [[ "$asked[-1]" == -*=* ]]; then
        asked[-1]=("\${asked[-1]%%=*}" "\${asked[-1]#*=}")
        compset -P '*='
    fi
    for line in "\${(@f)$(trainyard complete -- "\${(@)asked}" 2>/dev/null)}"; do
        value=\${line%%$'\\t'*}
        [[ -z "$value" || "$value" == :* ]] && continue
        found+=("\${value//:/\\\\:}:\${line#*$'\\t'}")
    done
    _describe 'trainyard' found
}
# Called when it is a file of fpath, named when it is sourced.
if [[ "$funcstack[1]" == _trainyard ]]; then
    _trainyard "$@"
else
    compdef _trainyard trainyard
fi
`,
  fish: `# fish completion for trainyard
function __trainyard_complete
    set -l words (commandline -opc)
    set -l last (commandline -ct)
    set -l prefix
    set -l flag (string match -r -- '^(-[^=]*)=(.*)$' "$last")
    if set -q flag[3]
        set prefix "$flag[2]="
        set last $flag[2] "$flag[3]"
    end
    for line in (trainyard complete -- $words[2..-1] $last 2>/dev/null)
        string match -q -- ':*' $line; or printf '%s%s\\n' "$prefix" $line
    end
end
complete -c trainyard -f -a '(__trainyard_complete)'
`,
} as const;

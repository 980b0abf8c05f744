#compdef report
# report 的补全。在 ~/.zshrc 里 compinit 的后面加一行：
#   source <(report completion zsh)
_report() {
  local text about takes_files
  local -a candidates
  while IFS=$'\t' read -r text about; do
    case $text in
      :files) takes_files=1 ;;
      :none) ;;
      *) candidates+=("${text//:/\\:}:$about") ;;
    esac
  done < <("${words[1]}" __complete "--word=$PREFIX" -- "${(@)words[2,CURRENT-1]}" 2>/dev/null)
  (( $#candidates )) && _describe -V report candidates
  if [[ -n $takes_files ]]; then
    compset -P '--*='
    _files
  fi
}
if [[ ${funcstack[1]} == _report ]]; then
  _report "$@"
else
  compdef _report report
fi

# report 的补全。在 ~/.bashrc 里加一行：
#   source <(report completion bash)
_report_completion() {
  local text about
  COMPREPLY=()
  while IFS=$'\t' read -r text about; do
    case $text in
      :files) ;;
      :none) compopt +o default 2>/dev/null ;;
      *) COMPREPLY+=("$text") ;;
    esac
  done < <("$1" __complete "--word=${COMP_WORDS[COMP_CWORD]}" -- "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)
}
complete -o default -F _report_completion report

# report 的补全。存成一个文件即可：
#   report completion fish > ~/.config/fish/completions/report.fish
function __report_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    for line in ($program __complete "--word=$word" -- $words 2>/dev/null)
        switch $line
            case ':files'
                set -l ahead (string match -r -- '^--[^=]*=' $word)
                for path in (__fish_complete_path (string replace -r -- '^--[^=]*=' '' "$word"))
                    echo -- "$ahead$path"
                end
            case ':none'
            case '*'
                echo -- $line
        end
    end
end
complete -c report -f -a '(__report_complete)'

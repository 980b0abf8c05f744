# report 的补全。在 $PROFILE 里加一行：
#   report completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName 'report', 'report.cmd' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $before = @($commandAst.CommandElements |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
    Select-Object -Skip 1 |
    ForEach-Object {
      if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
    })
  $encoding = [Console]::OutputEncoding
  try {
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    & report __complete "--word=$wordToComplete" '--' @before 2>$null | ForEach-Object {
      $text, $about = $_ -split "`t", 2
      if ($text -notlike ':*') {
        if (-not $about) { $about = $text }
        [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $about)
      }
    }
  } finally {
    [Console]::OutputEncoding = $encoding
  }
}

#!/bin/sh
# 几台机器一起做，文件夹是共享的；machines.txt 一行一台，格式见 man parallel 的 --sshloginfile。
# 不写 --sshloginfile 就是本机同时开八份。
set -u
FACTS=${FACTS:-/srv/report/facts}
OUT=${OUT:-/srv/report/out}
parallel ${MACHINES:+--sshloginfile "$MACHINES"} --jobs "${JOBS:-2}" \
  report batch "$FACTS" -o "$OUT" --jobs 1 --shard '{}/8' ::: 1 2 3 4 5 6 7 8
report batch "$FACTS" -o "$OUT" --merge --summary "$OUT/summary.html"

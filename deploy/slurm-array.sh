#!/bin/sh
# 提交：sbatch slurm-array.sh ；全部做完后汇总：
#   sbatch --dependency=afterany:<作业号> --wrap 'report batch "$FACTS" -o "$OUT" --merge --summary "$OUT/summary.html"'
#SBATCH --job-name=report
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem-per-cpu=512M
#SBATCH --time=00:30:00
# 到时前一分钟通知，做完手头的文件再退出。
#SBATCH --signal=B:TERM@60

FACTS=${FACTS:-/srv/report/facts}
OUT=${OUT:-/srv/report/out}

# 第几份、共几份由 Slurm 写在 SLURM_ARRAY_TASK_ID 等变量里。
exec report batch "$FACTS" -o "$OUT" --jobs "${SLURM_CPUS_PER_TASK:-2}"

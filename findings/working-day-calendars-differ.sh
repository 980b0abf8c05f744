#!/usr/bin/env bash
# Libraries of China's working days, held against the yearly notices of the State Council's office. lunar-javascript 1.7.7
# lacks the working Sunday 7 April 2013 and the working Saturday 12 October 2013; chinese-workday 1.16.1 calls 1 January 2018
# (a holiday) a working day, and Tuesday 3 January 2023 (the day after the holiday) none; chinese-days 1.5.7 has all four.
# For a year whose notice is not out, chinese-days answers true for 1 October, a holiday by law, and no error.
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm install --silent --ignore-scripts lunar-javascript@1.7.7 chinese-workday@1.16.1 chinese-days@1.5.7 >/dev/null
cat > seen.mjs <<'JS'
import chineseDays from 'chinese-days';
import { isWorkday } from 'chinese-workday';
import lunar from 'lunar-javascript';
const weekday = (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const byLunar = (day) => lunar.HolidayUtil.getHoliday(day)?.isWork() ?? weekday(day);
for (const day of ['2013-04-07', '2013-10-12']) console.log(`${day}: lunar-javascript ${byLunar(day)}, chinese-days ${chineseDays.isWorkday(day)}`);
for (const day of ['2018-01-01', '2023-01-03']) console.log(`${day}: chinese-workday ${isWorkday(day)}, chinese-days ${chineseDays.isWorkday(day)}`);
console.log(`2027-10-01: chinese-days ${chineseDays.isWorkday('2027-10-01')}`);
JS
seen=$(node seen.mjs)
expected='2013-04-07: lunar-javascript false, chinese-days true
2013-10-12: lunar-javascript false, chinese-days true
2018-01-01: chinese-workday true, chinese-days false
2023-01-03: chinese-workday false, chinese-days true
2027-10-01: chinese-days true'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "changed; was: $expected"; exit 1; }

/** How a county's page looks: on a wide screen charts side by side, on a phone below each other, on paper each whole and every table open. */
export const PAGE_STYLE = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:72rem;padding:1rem;color:#222;background:#fff;font:16px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;margin:.5rem 0}
h2{font-size:1.2rem;margin:1.2rem 0 .5rem}
h3{font-size:1rem;margin:1rem 0 .3rem}
.notice{border:2px solid #a33;border-radius:.4rem;padding:0 1rem .5rem}
.notice h2{color:#a33}
ul{margin:0;padding-left:1.2rem}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:.6rem;margin:0}
dl div{border:1px solid #bbb;border-radius:.4rem;padding:.4rem .8rem}
dt{color:#555}
dd{margin:0;font-size:1.4rem;font-variant-numeric:tabular-nums}
small{display:block;font-size:.85rem;color:#a33}
.charts{columns:24rem 2;column-gap:2rem}
figure{margin:0;padding-bottom:.5rem;break-inside:avoid}
figure h2{margin-top:.7rem}
figure svg{display:block;width:100%;max-width:33rem;height:auto;margin:.5rem 0}
svg text{font-family:inherit}
summary{cursor:pointer;color:#2b5d8c}
.wide{overflow-x:auto}
table{border-collapse:collapse;min-width:100%}
th,td{border:1px solid #ccc;padding:.2rem .5rem;text-align:left;vertical-align:top;font-weight:normal}
thead th{background:#eef2f6;white-space:nowrap}
tbody th,tfoot th{position:sticky;left:0;background:#fff;min-width:6rem;max-width:14rem}
tfoot th,tfoot td{font-weight:bold;background:#eef2f6}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
@media screen and (max-width:40rem){body{padding:.7rem}.told thead{position:absolute;clip-path:inset(50%)}.told tr,.told th,.told td{display:block;border:0;max-width:none}.told tr{border-bottom:1px solid #ccc;padding:.4rem 0}.told th{font-weight:bold}.told .n{text-align:left}.told td::before{content:attr(data-head) "：";color:#555}}
@page{size:A4;margin:15mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt}.wide{overflow:visible}figure,tr,dl div{break-inside:avoid}h2,h3{break-after:avoid}thead{display:table-header-group}tfoot{display:table-row-group}thead th{white-space:normal}tbody th,tfoot th{position:static}details{display:none}figure svg{max-width:none}.charts{columns:auto}figure svg{width:120mm}}`;

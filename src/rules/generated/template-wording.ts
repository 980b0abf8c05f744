// Made by `npm run generate` from the templates.
/** Sentences of the built-in templates. */
export const TEMPLATE_WORDING: readonly string[] = [
  "个村由党组织书记和村委会主任“一肩挑”",
  "坚持党管干部原则，把选好干部、用好干部作为班子建设和队伍建设的头等大事，严标准、严程序、严监督，推动选人用人各项规定落到实处。按照上级部署，",
  "对照上级要求和干部群众期待，选人用人工作中还有一些差距和不足。",
  "对照规定逐项开展自查，现将",
  "选人用人工作情况报告如下。"
];

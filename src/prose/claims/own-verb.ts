/** Whether a clause opens with a verb of its own, as 培养入党积极分子21名 does: it tells of something done, and is no part of a list of nouns. */
export function opensWithVerb(clause: string): boolean {
  return OWN_VERB.test(clause);
}

const OWN_VERBS = [
  '培养|培育|储备|新增|增加|吸收|接收|发展(?!对象|中|型)|培训(?!班|机构|中心|基地)|轮训|举办|开展|召开|组织(?!委员|部|办|组|员|人事|生活)',
  '提拔|选拔|选派|选聘|选树|选出|调整|调入|调出|交流|配备|配齐|补选|免去|免职|招录|招聘|录用|引进|聘请|派驻|派出',
  '成立|组建|建立|建成|新建|创建|打造|设立|撤销|排查|整治|清退|清理|化解|办理|受理|解决|制定|修订|出台|印发',
  '走访|慰问|帮助|帮扶|表彰|约谈|处理|处分|查处|批评|确定|认定|推荐|评选|安排|投入|拨付|落实|实现|覆盖',
].join('|');

const OWN_VERB = new RegExp(`^\\s*(?:还|并|也|又|已|共|累计|先后|新|拟)*(?:${OWN_VERBS})`);

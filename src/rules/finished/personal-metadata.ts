import type { FinishedDocument } from '../../document/finished-document.ts';
import { type FileProperties, readFileProperties } from '../../docx/read/read-file-properties.ts';
import type { FinishedRule } from '../rule.ts';
import { shortText } from '../shorten.ts';

export const personalMetadata: FinishedRule = {
  id: 'personal-metadata',
  stage: 'finished',
  severity: 'warning',
  docs: {
    title: '文件属性里的姓名和单位',
    why: '文件属性里记着是谁写的、谁最后改的、哪个单位的电脑，收到文件的人都能看到；照着别处的稿子改的，还会露出原来的单位。',
    fix: '在 Word 里检查文档（文件—信息—检查文档），删去文档属性和个人信息；本单位的名称可以保留。',
    basis: { source: '发出的文件里没有个人信息', rank: '通常' },
  },
  examples: [],
  check({ document }, report) {
    if (document.word === undefined) return;
    const said = personal(readFileProperties(document.word.package), document);
    if (said.length === 0) return;
    report({
      at: { path: '' },
      message: `文件属性里有${said.join('、')}`,
      hint: '在 Word 里用“检查文档”删去文档属性和个人信息。',
    });
  },
};

function personal(
  { creator, lastModifiedBy, company, manager, custom }: FileProperties,
  document: FinishedDocument,
): string[] {
  const named = [
    ['作者', creator],
    ['最后修改的人', lastModifiedBy],
    ['经理', manager],
    ['单位', company],
  ] as const;
  const said = named
    .filter(([, value]) => value !== '' && !isOfProgram(value) && !isOwnUnit(value, document))
    .map(([name, value]) => `${name}“${shortText(value)}”`);
  const own = [...custom]
    .filter(([name, value]) => value !== '' && !TECHNICAL.test(name))
    .map(([name, value]) => `自定义属性“${shortText(name)}：${shortText(value)}”`);
  return [...said, ...own.slice(0, MOST_OWN)];
}

/** The unit that the page names as well is nobody's secret. */
function isOwnUnit(value: string, { text }: FinishedDocument): boolean {
  return UNIT_ENDING.test(value) && text.includes(value);
}

const UNIT_ENDING =
  /(?:党委|党工委|委员会|政府|办事处|办公室|办|部|局|院|会|街道|镇|乡|县|市|区|村|社区|中心|科|处|室|站|所|队|组)$/;

/** What programs and new machines write of themselves. */
function isOfProgram(value: string): boolean {
  return /^(?:python-docx|docx|un-?named|apache poi|docx4j|openpyxl|pandoc|libreoffice.*|aspose.*|(?:microsoft|ms|wps|kingsoft|windows|微软).*|user\d*|admin(?:istrator)?|pc|hp|dell|lenovo|asus|acer|用户|默认用户|未定义|unknown)$/i.test(
    value,
  );
}

const TECHNICAL =
  /^(?:KSO|ICV$|_?ContentType|MSIP_|Generator|AppVersion|TitusGUID|Classification|docLang|commondata|Doc(?:Home|Hash)|Link(?:s|Base))/i;
const MOST_OWN = 5;

// manifest.xml, checked without Microsoft's online service: order of elements, what is required,
// lengths, addresses, and that every name it mentions exists.
import { existsSync, readFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { describe as describeFunctions } from '../../build/custom-functions.ts';

const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('manifest.xml', root), 'utf8');
const problems: string[] = [];
const document = new DOMParser({
  errorHandler: (level: string, message: unknown) => problems.push(`${level}: ${message}`),
}).parseFromString(text, 'text/xml');
const app = document.documentElement!;

type Element = NonNullable<typeof app>;
const children = (e: Element): Element[] =>
  Array.from(e.childNodes).filter((n) => n.nodeType === 1) as unknown as Element[];
const all = (name: string): Element[] =>
  Array.from(document.getElementsByTagName(name)) as unknown as Element[];
const names = (e: Element): string[] => children(e).map((c) => c.nodeName);

/** Children stand in this order; those with `?` may be missing. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains?',
    'Hosts',
    'Requirements?',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides?',
  ],
  DesktopFormFactor: ['GetStarted?', 'FunctionFile', 'ExtensionPoint'],
  Group: ['Label', 'Icon', 'Control', 'Control?'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

const resources = new Map(
  ['bt:Image', 'bt:Url', 'bt:String']
    .flatMap((n) => all(n))
    .filter((e) => e.getAttribute('id'))
    .map((e) => [e.getAttribute('id')!, e.getAttribute('DefaultValue')!]),
);

describe('manifest.xml', () => {
  it('是合法的 XML', () => {
    expect(problems).toEqual([]);
  });

  it.each(Object.entries(ORDER))('%s 的下级齐全、有序', (name, order) => {
    for (const element of [app, ...all(name)].filter((e) => e.nodeName === name)) {
      let at = 0;
      for (const child of names(element)) {
        while (
          at < order.length &&
          order[at]!.replace('?', '') !== child &&
          order[at]!.endsWith('?')
        )
          at += 1;
        expect(order[at]?.replace('?', '')).toBe(child);
        at += 1;
      }
      expect(order.slice(at).filter((o) => !o.endsWith('?'))).toEqual([]);
    }
  });

  it('编号、版本、语言', () => {
    const value = (name: string) => all(name)[0]!.textContent;
    expect(value('Id')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(value('Version')).toMatch(/^\d+(\.\d+){3}$/);
    expect(value('DefaultLocale')).toBe('zh-CN');
  });

  it('每个 resid 都有着落，且不超过 32 个字符', () => {
    const used = [...text.matchAll(/resid="([^"]+)"/g)].map((m) => m[1]!);
    for (const id of used) {
      expect(resources.has(id), id).toBe(true);
      expect(id.length).toBeLessThanOrEqual(32);
    }
    expect([...resources.keys()].filter((id) => !used.includes(id))).toEqual([]);
  });

  it('文字长度在限度之内', () => {
    for (const e of all('bt:ShortStrings').flatMap(children))
      expect(e.getAttribute('DefaultValue')!.length).toBeLessThanOrEqual(125);
    for (const e of all('bt:LongStrings').flatMap(children))
      expect(e.getAttribute('DefaultValue')!.length).toBeLessThanOrEqual(250);
    expect(resources.get('Functions.Namespace')).toBe('GJ');
  });

  it('地址都是 https，图标都在', () => {
    const addresses = [...text.matchAll(/DefaultValue="(https?:[^"]+)"/g)].map((m) => m[1]!);
    for (const address of addresses) expect(address).toMatch(/^https:\/\//);
    for (const address of addresses.filter((a) => a.endsWith('.png'))) {
      expect(
        existsSync(new URL(`taskpane/assets/${address.split('/').pop()}`, root)),
        address,
      ).toBe(true);
    }
    for (const size of ['16', '32', '80']) {
      expect(all('bt:Image').some((e) => e.getAttribute('size') === size)).toBe(true);
    }
  });

  it('运行时、函数页与窗格同一页（共享运行时）', () => {
    const runtime = all('Runtime')[0]!;
    expect(runtime.getAttribute('lifetime')).toBe('long');
    const page = runtime.getAttribute('resid');
    const others = [
      ...all('FunctionFile'),
      ...all('Script').flatMap(children),
      ...all('Page').flatMap(children),
    ];
    expect(others.length).toBe(3);
    for (const e of others) expect(e.getAttribute('resid')).toBe(page);
  });

  it('共享运行时旁边没有 TaskpaneId；帮助是随包的页面', () => {
    expect(all('TaskpaneId')).toEqual([]);
    const pages = [...text.matchAll(/"https:[^"]*\/([^/"]+\.html)"/g)].map((m) => m[1]!);
    expect(pages).toContain('help.html');
    for (const page of pages) {
      const made = ['taskpane', 'taskpane/assets'].some((f) =>
        existsSync(new URL(`${f}/${page}`, root)),
      );
      expect(made, page).toBe(true);
    }
    expect(all('SupportUrl')[0]!.getAttribute('DefaultValue')).toMatch(/\/help\.html$/);
  });

  it('按钮的函数在窗格中登记，最低要求 ExcelApi 1.9', () => {
    const main = readFileSync(new URL('taskpane/main.tsx', root), 'utf8');
    for (const name of all('FunctionName')) expect(main).toContain(`'${name.textContent}'`);
    expect(
      all('Set').map((s) => `${s.getAttribute('Name')} ${s.getAttribute('MinVersion')}`),
    ).toEqual(['ExcelApi 1.9']);
  });
});

describe('functions.json', () => {
  it('由代码生成，说明是中文，没有 Office 2021 不认识的键', async () => {
    const { json, associate } = await describeFunctions(
      new URL('functions/functions.ts', root).pathname,
    );
    const { functions } = JSON.parse(json) as {
      functions: {
        id: string;
        description: string;
        parameters: { name: string; description: string }[];
        helpUrl: string;
      }[];
    };
    expect(functions.map((f) => f.id)).toEqual(associate.map((a) => a.id));
    expect(functions.map((f) => f.id)).toEqual(
      expect.arrayContaining(['EXECRATE', 'CHECKTOTAL', 'INDICATORSCORE']),
    );
    for (const f of functions) {
      expect(f.description).toMatch(/[\u4e00-\u9fff]/);
      for (const p of f.parameters)
        expect(
          [p.name, p.description].every((t) => /[\u4e00-\u9fff]/.test(t)),
          p.name,
        ).toBe(true);
      expect(f.helpUrl).toMatch(/\/functions\.html#[A-Z]+$/);
    }
    expect(json).not.toContain('allowCustomDataForDataTypeAny');
  });
  it('金额不限类型：文字到得了函数，才说得出缘由', async () => {
    const { json } = await describeFunctions(new URL('functions/functions.ts', root).pathname);
    const { functions } = JSON.parse(json) as {
      functions: { id: string; parameters: { name: string; type: string }[] }[];
    };
    const rate = functions.find((f) => f.id === 'EXECRATE')!;
    expect(rate.parameters.map((p) => p.type)).toEqual(['any', 'any', 'number']);
  });
});

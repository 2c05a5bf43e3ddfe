// 归因: mistakes of a kind that people make are told as what they are, wherever they happen.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import {
  addressOf,
  type Cell,
  type Grid,
  parseAddress,
  type Scalar,
  type Snapshot,
} from '../../src/facts/grid.ts';
import { type Review, review } from '../../src/review.ts';
import { type Arrangement, arrangement, disturb, layOut } from '../support/department/layout.ts';
import { makeDepartment } from '../support/department/model.ts';
import { random } from '../support/department/random.ts';
import { changed, sample } from '../support/samples.ts';

const SEEDS = [2, 5, 11, 23, 31];

/** One table a sheet, 元, so that every change shows. */
function plainBook(seed: number, wishes: Partial<Arrangement['layout']> = {}): Snapshot {
  const { twists } = arrangement(seed);
  const calm = Object.fromEntries(Object.keys(twists).map((k) => [k, false]));
  const a = arrangement(seed, {
    manner: { unit: '元', blank: 'empty', typing: 'number' },
    oldForm: false,
    year: 2023,
    units: {},
    depth: 7,
    codes: 'text',
    blocks: 3,
    splitEconomic: false,
    general: 'spending',
    titles: 'plain',
    ...wishes,
  });
  const department = makeDepartment(seed, { carryOver: false, nonFiscal: false });
  return layOut(department, {
    ...a,
    sheets: 'each',
    sheetNames: 'form',
    lastYear: false,
    noise: false,
    margin: { rows: 0, columns: 0 },
    twists: calm as unknown as Arrangement['twists'],
  }).snapshot;
}

const isAmount = (cell: Cell | undefined): boolean =>
  typeof cell?.value === 'number' && cell.format !== undefined;

function edited(book: Snapshot, sheet: string, edit: (grid: Grid) => Grid['cells']): Snapshot {
  return {
    ...book,
    sheets: book.sheets.map((s) => (s.name === sheet ? { ...s, cells: edit(s) } : s)),
  };
}
const rowOf = (grid: Grid, code: string): number =>
  grid.cells.findIndex((line) => line?.some((c) => String(c?.value ?? '') === code));
const amountsAt = (line: Grid['cells'][number]): number[] =>
  (line ?? []).flatMap((c, i) => (isAmount(c) ? [i] : []));

/** Sheets of the cells that come first among the suspects, and the kinds of slip. */
function first(r: Review) {
  const own = r.suspects.filter((s) => s.rank === 1);
  return {
    sheets: [...new Set(own.map((s) => s.sheet))],
    slips: [...new Set(own.map((s) => s.slip))],
    addresses: own.map((s) => s.address),
  };
}
const broken = (r: Review) =>
  r.findings.filter((f) => f.verdict === 'broken' && f.severity !== 'note');

describe('归因', () => {
  it.each(SEEDS)('部门 %i：整张表的单位弄错，认出是单位', (seed) => {
    const book = plainBook(seed);
    for (const sheet of ['表3', '表5']) {
      const wrong = edited(book, sheet, (grid) =>
        grid.cells.map((line) =>
          line?.map((c) => (isAmount(c) ? { ...c!, value: Number(c!.value) * 10000 } : c)),
        ),
      );
      const r = review(wrong, CATALOGUE);
      expect(broken(r).length).toBeGreaterThan(0);
      expect(first(r)).toMatchObject({ sheets: [sheet], slips: ['unit'] });
    }
  });

  it.each(SEEDS)('部门 %i：一栏的单位弄错，一次说清，不再逐行猜旁边的空格', (seed) => {
    const wrong = edited(plainBook(seed), '表3', (grid) => {
      const total = [...grid.cells].map(amountsAt).find((own) => own.length > 0)![0];
      return grid.cells.map((line) =>
        line?.map((c, i) =>
          i === total && isAmount(c) ? { ...c!, value: Number(c!.value) * 10000 } : c,
        ),
      );
    });
    const r = review(wrong, CATALOGUE);
    expect(first(r)).toMatchObject({ sheets: ['表3'], slips: ['unit'] });
    expect(new Set(first(r).addresses.map((a) => a.replace(/\d+/, ''))).size).toBe(1);
    expect(new Set(r.suspects.map((s) => s.group)).size).toBe(1);
  });

  it.each(SEEDS)('部门 %i：两行的数填反了，指出这两行', (seed) => {
    const book = plainBook(seed);
    const grid = book.sheets.find((s) => s.name === '表5')!;
    const codes = grid.cells.flatMap((line) => {
      const code = String(line?.[0]?.value ?? '');
      return /^\d{7}$/.test(code) ? [code] : [];
    });
    const [one, other] = [codes[0]!, codes.at(-1)!];
    const wrong = edited(book, '表5', ({ cells }) => {
      const [a, b] = [rowOf(grid, one), rowOf(grid, other)];
      const mixed = (names: number, amounts: number) =>
        cells[names]!.slice(0, 2).concat(cells[amounts]!.slice(2));
      return cells.map((line, i) => (i === a ? mixed(a, b) : i === b ? mixed(b, a) : line));
    });
    const r = review(wrong, CATALOGUE);
    const rows = [one, other].map((code) => rowOf(grid, code) + 1);
    expect(first(r).sheets).toEqual(['表5']);
    for (const address of first(r).addresses)
      expect(rows).toContain(Number(/\d+$/.exec(address)![0]));
  });

  it.each(SEEDS)('部门 %i：30299 填成了 302 的合计，指出 30299', (seed) => {
    const book = plainBook(seed);
    const grid = book.sheets.find((s) => s.name === '表6')!;
    const place = (code: string) => {
      const row = rowOf(grid, code);
      const column = grid.cells[row]!.findIndex((c) => String(c?.value ?? '') === code);
      return { row, column: column + 2 };
    };
    const [whole, item] = [place('302'), place('30299')];
    const total = grid.cells[whole.row]![whole.column];
    // A department without 302 cannot make this slip.
    if (!isAmount(total)) return expect(total).toBeUndefined();
    const wrong = edited(book, '表6', ({ cells }) =>
      cells.map((line, row) => {
        if (row !== item.row) return line;
        const copy = [...(line ?? [])];
        copy[item.column] = { ...total! };
        return copy;
      }),
    );
    const suspects = review(wrong, CATALOGUE).suspects.filter((s) => s.rank === 1);
    expect(suspects.map((s) => [s.sheet, s.slip])).toEqual([['表6', 'neighbour']]);
  });

  it.each(SEEDS)('部门 %i：一行的数填到另一行，两行都被指出', (seed) => {
    const book = plainBook(seed);
    const grid = book.sheets.find((s) => s.name === '表3')!;
    const rows = grid.cells.flatMap((line, row) =>
      /^\d{7}$/.test(String(line?.[0]?.value ?? '')) ? [row] : [],
    );
    const [from, to] = [rows[0]!, rows.at(-1)!];
    const wrong = edited(book, '表3', ({ cells }) =>
      cells.map((line, row) => {
        if (row === from) return line!.slice(0, 2);
        if (row !== to) return line;
        const sum = (c: number): Scalar =>
          Math.round(
            (Number(cells[from]![c]?.value ?? 0) + Number(cells[to]![c]?.value ?? 0)) * 100,
          ) / 100;
        const filled = [...new Set([...amountsAt(cells[from]), ...amountsAt(cells[to])])];
        const copy = [...line!];
        for (const c of filled) copy[c] = { value: sum(c), format: '#,##0.00' };
        return copy;
      }),
    );
    const r = review(wrong, CATALOGUE);
    expect(broken(r).length).toBeGreaterThan(0);
    const told = r.findings.filter((f) => f.verdict === 'broken' || f.verdict === 'unknown');
    const named = new Set(told.flatMap((f) => f.cells.map((c) => `${c.sheet}!${c.address}`)));
    for (const row of [from, to])
      expect([...named].some((n) => n.endsWith(String(row + 1)))).toBe(true);
  });

  it.each(SEEDS)('部门 %i：负号，认出是正负号', (seed) => {
    const book = plainBook(seed);
    const wrong = edited(book, '表2', (grid) => {
      const row = grid.cells.findIndex((l) => /^\d{7}$/.test(String(l?.[0]?.value ?? '')));
      const [column] = amountsAt(grid.cells[row]);
      return grid.cells.map((line, i) =>
        i === row
          ? line!.map((c, j) => (j === column ? { ...c!, value: -Number(c!.value) } : c))
          : line,
      );
    });
    expect(first(review(wrong, CATALOGUE))).toMatchObject({ sheets: ['表2'], slips: ['sign'] });
  });

  it.each([
    ['表3', 'E9', 635.79, 935.79],
    ['表3', 'E8', 838.78, 138.78],
    ['表5', 'E8', 837.33, 137.33],
    ['表1', 'F33', 838.78, 831.78],
  ])('自评表与决算表另有出入时，%s!%s 的错处照样指出', async (sheet, address, from, to) => {
    const wrong = changed(await sample('hanyang-2021'), [{ sheet, address, value: to }]);
    const own = review(wrong, CATALOGUE).suspects.filter((s) => s.sheet === sheet);
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ address, rank: 1, suggested: from.toFixed(2) });
  });

  it.each(SEEDS)('部门 %i：一段金额下移、上移，说是错位，不提负数', (seed) => {
    const book = plainBook(seed);
    const grid = book.sheets.find((s) => s.name === '表5')!;
    const rows = grid.cells.flatMap((line, row) =>
      /^\d{3,7}$/.test(String(line?.[0]?.value ?? '')) ? [row] : [],
    );
    const [from, to] = [rows[Math.floor(rows.length / 3)]!, rows.at(-1)!];
    for (const by of [1, -1]) {
      const wrong = edited(book, '表5', ({ cells }) =>
        cells.map((line, row) => {
          if (row < from || row > to) return line;
          const source = row - by < from || row - by > to ? undefined : cells[row - by];
          return [...line!.slice(0, 2), ...(source?.slice(2) ?? [])];
        }),
      );
      const r = review(wrong, CATALOGUE);
      expect(broken(r).length).toBeGreaterThan(0);
      expect(r.suspects.some((s) => s.message?.includes('错位'))).toBe(true);
      expect(r.suspects.filter((s) => s.suggested.startsWith('-'))).toEqual([]);
    }
  });

  it.each(SEEDS)('部门 %i：只有一列下移、上移，说是这一列错行，一处说完', (seed) => {
    const book = plainBook(seed);
    const grid = book.sheets.find((s) => s.name === '表3')!;
    const rows = grid.cells.flatMap((line, row) =>
      /^\d{3,7}$/.test(String(line?.[0]?.value ?? '')) ? [row] : [],
    );
    const [from, to] = [rows[Math.floor(rows.length / 4)]!, rows.at(-1)!];
    const filled = (c: number) =>
      rows.filter((r) => r >= from && isAmount(grid.cells[r]?.[c])).length;
    const columns = amountsAt(grid.cells[rows[0]!]).filter((c) => filled(c) > 4);
    expect(columns.length).toBeGreaterThan(0);
    for (const [column, by] of columns
      .slice(0, 2)
      .flatMap((c) => [[c, 1] as const, [c, -1] as const])) {
      const wrong = edited(book, '表3', ({ cells }) =>
        cells.map((line, row) => {
          if (row < from || row > to) return line;
          const source = row - by < from || row - by > to ? undefined : cells[row - by]?.[column];
          const copy = [...line!];
          copy[column] = source;
          return copy;
        }),
      );
      const r = review(wrong, CATALOGUE);
      const own = r.suspects.filter((s) => s.rank === 1);
      expect(new Set(own.map((s) => s.group)).size).toBe(1);
      expect(own[0]!.message).toContain(`一列数字错行：`);
      expect(own[0]!.message).toContain(by > 0 ? '的数下移一行' : '的数上移一行');
      expect(new Set(own.map((s) => `${s.sheet} ${s.address.replace(/\d+/, '')}`))).toEqual(
        new Set([`表3 ${addressOf({ row: 0, column }).replace('1', '')}`]),
      );
      // What each cell ought to hold is what it held.
      for (const s of own) {
        const at = parseAddress(s.address)!;
        expect(Number(s.suggested)).toBe(Number(grid.cells[at.row]?.[at.column]?.value ?? 0));
      }
      expect(broken(r).filter((f) => f.group === undefined)).toEqual([]);
    }
  });

  /** The amounts of a column from one row to another, so many rows lower; what they leave is empty. */
  const slid = (
    book: Snapshot,
    sheet: string,
    [from, to]: readonly [string, string],
    by: number,
  ) => {
    const [first, last] = [parseAddress(from)!, parseAddress(to)!];
    const { cells: before } = book.sheets.find((s) => s.name === sheet)!;
    return edited(book, sheet, ({ cells }) =>
      cells.map((line, row) => {
        const source = row - by;
        if (row < Math.min(first.row, first.row + by) || row > Math.max(last.row, last.row + by))
          return line;
        const copy = [...(line ?? [])];
        const own = source < first.row || source > last.row ? undefined : before[source];
        copy[first.column] = own?.[first.column];
        return copy;
      }),
    );
  };

  it.each([
    ['收入只有几项，合计移到了表外', 'GK01 收入支出决算总表', ['C8', 'C36'], -1, 8, 36],
    ['总计移到了表外', 'GK04 财政拨款收入支出决算总表', ['G15', 'G39'], 1, 15, 39],
    ['年初结转和合计一起', 'GK04 财政拨款收入支出决算总表', ['C9', 'C39'], -1, 9, 39],
  ] as const)('一列错行：%s，一处说完', async (_, name, range, by, from, to) => {
    const book = await sample('example-2023-yuan');
    const sheet = book.sheets.find((s) => s.name.replace('_', ' ') === name)!.name;
    const r = review(slid(book, sheet, range, by), CATALOGUE);
    const own = r.suspects.filter((s) => s.rank === 1);
    expect(own[0]!.message).toContain(`一列数字错行：原在第 ${from} 至 ${to} 行`);
    expect(new Set(own.map((s) => s.group)).size).toBe(1);
    expect(broken(r).filter((f) => f.group === undefined)).toEqual([]);
  });

  it.each(SEEDS)('部门 %i：一个数填到旁边一行，不当作一列错行', (seed) => {
    const book = plainBook(seed);
    for (const sheet of ['表3', '表5', '表6']) {
      const { cells } = book.sheets.find((s) => s.name === sheet)!;
      const row = cells.findLastIndex((line) => line?.some(isAmount) === true);
      const at = addressOf({ row, column: amountsAt(cells[row])[0]! });
      const { suspects } = review(slid(book, sheet, [at, at], -1), CATALOGUE);
      expect(suspects.filter((s) => s.message?.includes('错行'))).toEqual([]);
    }
  });

  it.each(SEEDS)('部门 %i：两张表的类、款两行同样漏一位，两处都指出', (seed) => {
    const book = plainBook(seed);
    const grid = book.sheets.find((s) => s.name === '表3')!;
    // A 类 with one 款, whose total is spent on one thing.
    const codes = grid.cells.flatMap((line) => String(line?.[0]?.value ?? '') || []);
    const own = codes.find(
      (c) =>
        /^\d{5}$/.test(c) &&
        codes.filter((o) => o.length === 5 && o.startsWith(c.slice(0, 3))).length === 1,
    );
    const lose = (sheet: string, snapshot: Snapshot) =>
      edited(snapshot, sheet, (g) =>
        g.cells.map((line) => {
          const code = String(line?.[0]?.value ?? '');
          if (own === undefined || (code !== own && code !== own.slice(0, 3))) return line;
          const at = amountsAt(line)[1];
          const text = at === undefined ? '' : String(line![at]!.value);
          if (at === undefined || text.length < 6) return line;
          return line!.map((c, i) => (i === at ? { ...c!, value: Number(text.slice(1)) } : c));
        }),
      );
    const wrong = lose('表5', lose('表3', book));
    const r = review(wrong, CATALOGUE);
    for (const s of r.suspects) expect(s.suggested.startsWith('-')).toBe(false);
    if (broken(r).length === 0) return;
    const sheets = new Set(r.suspects.filter((s) => s.rank === 1).map((s) => s.sheet));
    expect(sheets.has('表3') || sheets.has('表5')).toBe(true);
  });

  it('一个工作簿里改错四处，九成以上指得出', () => {
    let [all, named] = [0, 0];
    for (let seed = 1; seed <= 20; seed += 1) {
      const book = layOut(makeDepartment(seed), { ...arrangement(seed), lastYear: false });
      const pick = random(seed * 7 + 1);
      const places = new Set<string>();
      let wrong = book.snapshot;
      for (let i = 0; i < 4; i += 1) {
        const at = pick.pick(book.amounts);
        if (places.has(`${at.sheet}!${addressOf(at)}`)) continue;
        places.add(`${at.sheet}!${addressOf(at)}`);
        wrong = disturb(wrong, at, seed + i).snapshot;
      }
      const { suspects } = review(wrong, CATALOGUE);
      expect(suspects.filter((s) => s.message?.includes('错行'))).toEqual([]);
      const told = new Set(suspects.map((s) => `${s.sheet}!${s.address}`));
      all += places.size;
      named += [...places].filter((place) => told.has(place)).length;
    }
    expect(named / all).toBeGreaterThan(0.9);
  });

  describe('合计是活的公式', () => {
    /** Totals of 表3, column E, calculated by the workbook: what is typed below changes them all. */
    const LIVE: readonly (readonly [string, readonly string[]])[] = [
      ['E12', ['E13', 'E14']],
      ['E9', ['E10', 'E12']],
      ['E8', ['E9', 'E15', 'E20', 'E24', 'E27']],
    ];
    const withFormulas = (
      book: Snapshot,
      typed: Readonly<Record<string, number>>,
      live = LIVE,
    ): Snapshot =>
      edited(book, '表3', (grid) => {
        const cells = grid.cells.map((line) => [...(line ?? [])]);
        const at = (address: string) => {
          const { row, column } = parseAddress(address)!;
          return { line: cells[row]!, column };
        };
        const put = (address: string, value: number, formula?: string) => {
          const { line, column } = at(address);
          line[column] = { ...line[column]!, value, ...(formula && { formula }) };
        };
        for (const [address, value] of Object.entries(typed)) put(address, value);
        for (const [total, parts] of live) {
          const sum = parts.reduce((n, p) => n + Number(at(p).line[at(p).column]!.value), 0);
          const near = parts.length === 2 && total !== 'E9';
          const formula = near ? `=SUM(${parts[0]}:${parts[1]})` : `=ROUND(${parts.join('+')},2)`;
          put(total, Math.round(sum * 100) / 100, formula);
        }
        return cells;
      });
    const culprits = (r: Review) =>
      r.suspects.filter((s) => s.rank === 1).map((s) => `${s.address} ${s.suggested}`);

    it('下面的一格填错，一直错到总表，只指那一格', async () => {
      const r = review(withFormulas(await sample('hanyang-2021'), { E14: 94.78 }), CATALOGUE);
      expect(broken(r).filter((f) => f.severity === 'error').length).toBeGreaterThan(4);
      expect(culprits(r)).toEqual(['E14 94.87']);
    });

    it('两格填错，指出这两格', async () => {
      const wrong = withFormulas(await sample('hanyang-2021'), { E14: 94.78, E13: 525.04 });
      expect(culprits(review(wrong, CATALOGUE)).sort()).toEqual(['E13 525.44', 'E14 94.87']);
    });

    it('公式少加了一格，指公式', async () => {
      const short = LIVE.map(([t, p]) => [t, t === 'E8' ? p.slice(0, 4) : p] as const);
      const r = review(withFormulas(await sample('hanyang-2021'), {}, short), CATALOGUE);
      expect(culprits(r)).toEqual(['E8 838.78']);
    });
  });

  it('处处都错的工作簿，也说得完，而且每次一样', () => {
    const book = plainBook(3);
    const wrong = {
      sheets: book.sheets.map((s) => ({
        ...s,
        cells: s.cells.map((line, row) =>
          line?.map((c, column) =>
            isAmount(c) ? { ...c!, value: Number(c!.value) + row * 1.01 + column * 7.3 } : c,
          ),
        ),
      })),
    };
    const r = review(wrong, CATALOGUE);
    expect(broken(r).length).toBeGreaterThan(50);
    expect(review(wrong, CATALOGUE).suspects).toEqual(r.suspects);
  });
});

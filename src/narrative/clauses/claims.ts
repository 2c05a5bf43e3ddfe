// Whose a rate, a change or a share is: the item before it, the head of the list, the item of the same name.
// Knows the walk's state; judges nothing.
import { amountOf, type Claim, type Placed, type ToldItem } from './account.ts';
import { alike } from './alike.ts';
import type { Statement } from './saying.ts';
import { claimOf, type Walking } from './walking.ts';

const OWNED = new Set(['change', 'growth', 'done']);
const INHERITED = new Set(['growth', 'change', 'points']);
/** So many items back a name is still looked for. */
const REACH = 30;

/** 预算100万元，支出80万元，结余20万元，执行率80%: a rate of what was spent, not of what is left. */
const REST = /(?:剩余|尚余|未执行|未支出|结余|结转)(?:资金|金额|数)?$/;
const RATES = new Set(['done', 'share']);

function spokenOf({ current, sentence }: Walking, { measure }: Statement): ToldItem | undefined {
  if (!current || !RATES.has(measure) || !REST.test(current.own)) return current;
  return sentence.items[sentence.items.indexOf(current) - 1] ?? current;
}

function scopeOf(
  { list, sentence, lastSentence }: Walking,
  current: ToldItem | undefined,
): ToldItem[] {
  const first = sentence.items.length > 0 ? sentence.items[0] : lastSentence.items[0];
  const all = [current, ...(current?.heads ?? []), ...(list?.heads ?? []), first];
  return [...new Set(all.filter((i) => i !== undefined))];
}

const BOTH_SIDES = /收、?(?:入)?(?:和|与)?支(?:出)?(总计|合计)$/;
const SIDE = /(?:收入|支出)(总计|合计)$/;

/** 收、支总计各减少: said of either side. */
function isSide(phrase: string, subject: string): boolean {
  const both = BOTH_SIDES.exec(phrase)?.[1];
  return both !== undefined && both === SIDE.exec(subject)?.[1];
}

/** 今年较上年增加: no name. */
const NOW = /^(?:今年|本年|当年|本年度|本期)$/;

const ENUMERATED = /^[一二三四五六七八九]是/;
const PAUSES = new Set(['，', '；', '：']);
const clauseOf = ({ lead }: Statement): number => lead.findLastIndex((t) => PAUSES.has(t.kind)) + 1;

/** Items that the claim names; undefined where it names one that is not found. */
function namedBy(
  walk: Walking,
  said: Statement,
  scope: readonly ToldItem[],
): ToldItem[] | undefined {
  const plain =
    !said.subject || NOW.test(said.subject) || said.measure === 'share' || said.figure.after;
  if (plain || said.lead.slice(clauseOf(said)).some((t) => t.kind === 'unlike')) return [];
  // 一是甲项目支出增加a；二是…: each of what its clause names, whatever item that name ends in.
  if (ENUMERATED.test(said.subject) && OWNED.has(said.measure)) return undefined;
  const near = [...new Set([...scope, ...walk.items.slice(-REACH).reverse()])];
  const named = near.filter(
    (i) => alike(said.subject, i.subject) || isSide(said.subject, i.subject),
  );
  const ofYear = named.filter((i) => said.year !== undefined && i.year === said.year);
  const found = ofYear.length > 0 ? ofYear : named;
  return found.length === 0 && OWNED.has(said.measure) ? undefined : found;
}

/** 较预算减少a；比上年增长p，增加b: p is not of a, nor is it where a had a rate of its own before it. */
function isOfOneBase({ claims }: Walking, said: Statement, change: Statement): boolean {
  if (said.measure !== 'growth') return false;
  if (!said.base) return true;
  const before = claims.at(-2)?.said;
  const rated = before?.measure === 'growth' && before.figure.index === change.figure.index - 1;
  if (rated && said.lead.some((t) => t.kind === 'compare')) return false;
  return !change.base || (said.base.budget === undefined) === (change.base.budget === undefined);
}

/** Puts a claim where it belongs. */
export function claimAt(walk: Walking, placed: Placed, at: number): void {
  const { said } = placed;
  const { before, list } = walk;
  const earlier = before?.said;
  const inherits =
    before?.claim && !said.subject && INHERITED.has(said.measure) ? before.claim : undefined;
  const current = spokenOf(walk, said);
  const scope = scopeOf(walk, current);
  const named = namedBy(walk, said, scope);
  const claim = claimOf(placed, list);
  claim.nth = said.figure.after && before ? (before.claim?.nth ?? 0) + 1 : 0;
  if (named === undefined) {
    if (said.measure !== 'done' && !said.reason) {
      claim.item = walk.newItem(said, undefined, true);
      claim.scope = [claim.item];
    }
    claim.weak = scope;
  } else {
    const other = misplaced(walk, said, named, scope);
    const owners = other ? [walk.newItem(said, undefined)] : named;
    claim.item = owners[0] ?? (inherits ? inherits.item : current);
    claim.scope = owners.length > 0 ? owners : inherits ? inherits.scope : scope;
    claim.weak = inherits && owners.length === 0 ? inherits.weak : [];
  }
  if (said.joint && walk.current) claim.joint = walk.sentence.items.slice(-2);
  apiece(walk, claim, at);
  if (inherits && earlier?.measure === 'change' && isOfOneBase(walk, said, earlier)) {
    claim.change = earlier;
    if (!said.base && earlier.base) claim.base = earlier.base;
  }
  changeApiece(walk, claim);
  if (earlier?.measure === 'whole' && said.measure === 'share') claim.whole = earlier.figure;
  if (said.figure.after && before?.claim?.whole) claim.whole = before.claim.whole;
  if ((!claim.item || claim.item.ghost) && claim.weak.length === 0) claim.forward = placed.sentence;
  placed.claim = claim;
  if (claim.item) placed.item = claim.item;
  walk.claims.push(claim);
}

/** A change in a list of changes whose name was told elsewhere: a part of its own. */
function misplaced(
  { list }: Walking,
  said: Statement,
  named: readonly ToldItem[],
  scope: readonly ToldItem[],
): boolean {
  const [first] = named;
  return (
    !!list?.ofChanges &&
    said.measure === 'change' &&
    first !== undefined &&
    first !== scope[0] &&
    !list.items.includes(first)
  );
}

/** 分别为a、b和c，占…的p、q和r: the n-th of each row. */
function apiece({ tuple, tokens }: Walking, claim: Claim, at: number): void {
  const own = tuple.length > 1 ? tuple[claim.nth] : undefined;
  const { figure } = claim.said;
  const goesOn =
    claim.nth > 0 || tokens.slice(at + 1, at + 4).some((t) => t.figure?.after === figure);
  if (own && goesOn) {
    claim.item = own;
    claim.scope = [own];
  }
}

function changeApiece({ claims, tuple }: Walking, claim: Claim): void {
  if (claim.said.measure !== 'growth') return;
  const row = claim.nth > 0 || (tuple.length > 1 && claim.item?.tuple !== undefined);
  if (!row) return;
  const own = claims.findLast((c) => c.said.measure === 'change' && c.item === claim.item);
  if (own) claim.change = own.said;
  else if (claim.nth > 0) claim.change = undefined;
}

const UP_TO = /截至|月[底末]|季度/;

/** 与上年相比，收入总计增加…，…年为…: a claim before its amount. */
export function lookForward(claims: readonly Claim[]): void {
  for (const claim of claims) {
    const { item, said, forward } = claim;
    // 截至6月底支出进度41%: of another day than the year's own amounts.
    if (said.lead.some((t) => UP_TO.test(t.text))) continue;
    const own = forward?.items.find(
      (i) =>
        !i.ghost &&
        !i.inReason &&
        amountOf(i) !== undefined &&
        i.start > said.figure.token!.start &&
        (i.own === '' || alike(i.own, item?.subject ?? '')),
    );
    if (!own) continue;
    claim.item = own;
    claim.scope = [own];
  }
}

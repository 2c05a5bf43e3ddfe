// 地区: provinces and their cities, to read a place from a department's name or a user's word.

/** Province (short name) → its cities (short names). */
const CITIES: Readonly<Record<string, string>> = {
  北京: '',
  天津: '',
  上海: '',
  重庆: '',
  河北: '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水',
  山西: '太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁',
  内蒙古:
    '呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒盟 阿拉善盟',
  辽宁: '沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳市 葫芦岛',
  吉林: '长春 吉林市 四平 辽源 通化 白山 松原 白城 延边',
  黑龙江: '哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭',
  江苏: '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁',
  浙江: '杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水',
  安徽: '合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城',
  福建: '福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德',
  江西: '南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶',
  山东: '济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 莱芜',
  河南: '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源',
  湖北: '武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架',
  湖南: '长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西',
  广东: '广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山市 潮州 揭阳 云浮',
  广西: '南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左',
  海南: '海口 三亚 三沙 儋州 五指山 琼海 文昌 万宁 东方市',
  四川: '成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山',
  贵州: '贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南',
  云南: '昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆',
  西藏: '拉萨 日喀则 昌都 林芝 山南 那曲 阿里',
  陕西: '西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛',
  甘肃: '兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南',
  青海: '西宁 海东 海北 黄南 海南州 果洛 玉树 海西',
  宁夏: '银川 石嘴山 吴忠 固原 中卫',
  新疆: '乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 和田 伊犁 塔城 阿勒泰 石河子 阿拉尔 图木舒克 五家渠 北屯 铁门关 双河 可克达拉 昆玉 胡杨河',
};
const MUNICIPAL = new Set(['北京', '天津', '上海', '重庆']);
const SUFFIX: Readonly<Record<string, string>> = {
  内蒙古: '内蒙古自治区',
  广西: '广西壮族自治区',
  西藏: '西藏自治区',
  宁夏: '宁夏回族自治区',
  新疆: '新疆维吾尔自治区',
};

/** 地区: full name for people, and the path from 省 to 市 by which declarations are confined. */
export interface Division {
  readonly name: string;
  readonly path: readonly string[];
}

const provinceName = (p: string): string => SUFFIX[p] ?? (MUNICIPAL.has(p) ? `${p}市` : `${p}省`);
const PREFECTURES = new Set(
  '延边 恩施 湘西 阿坝 甘孜 凉山 黔西南 黔东南 黔南 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆 临夏 甘南 海北 黄南 果洛 玉树 海西 昌吉 博尔塔拉 巴音郭楞 克孜勒苏 伊犁'.split(
    ' ',
  ),
);
const DISTRICTS = new Set('大兴安岭 阿里 阿克苏 喀什 和田 塔城 阿勒泰'.split(' '));
function cityName(city: string): string {
  // 广州、杭州 are cities by name; of the prefectures only 海南州 is written out, 海南 being a province.
  if (/[市盟]$/.test(city) || city === '海南州') return city;
  if (PREFECTURES.has(city)) return `${city}州`;
  if (DISTRICTS.has(city)) return `${city}地区`;
  return city === '神农架' ? '神农架林区' : `${city}市`;
}
const PLACES: readonly { word: string; region: Division }[] = Object.entries(CITIES).flatMap(
  ([province, cities]) => [
    { word: province, region: { name: provinceName(province), path: [province] } },
    ...cities
      .split(' ')
      .filter(Boolean)
      .map((city) => ({
        word: city,
        region: {
          name: provinceName(province) + cityName(city),
          path: [province, city.replace(/市$/, '')],
        },
      })),
  ],
);

/** Names of all known regions, for choosing. */
export const regionNames = (): readonly string[] => PLACES.map((p) => p.region.name);

export const NATION: Division = { name: '全国', path: [] };

/** The region a user names in full or short; undefined when it is not known. */
export function regionNamed(text: string): Division | undefined {
  const word = text.replace(/\s/g, '');
  if (word === '全国') return NATION;
  const bare = (s: string) => s.replace(/(?:省|市|自治区|壮族|回族|维吾尔)/g, '');
  return (
    PLACES.find((p) => p.word === word || p.region.name === word)?.region ??
    PLACES.find((p) => bare(p.region.name) === bare(word) || cityName(p.word) === word)?.region ??
    PLACES.find((p) => p.word === `${word}市`)?.region ??
    regionIn(word)
  );
}

/** 区、县 of one place are often called like a city of another: 大庆市大同区, 齐齐哈尔市甘南县. */
const SMALLER = /^(?:区|县|旗|镇|乡|街|路|大道|新村|村|社区)/;

/** A place with its name as every wording of it begins, and written out. */
interface Named {
  readonly word: string;
  readonly region: Division;
  readonly own: string;
  readonly full: string;
}
const NAMED: readonly Named[] = PLACES.map(({ word, region }) => ({
  word,
  region,
  own: word.replace(/[市州]$/, ''),
  full: region.path.length === 1 ? provinceName(word) : cityName(word),
}));
const BY_FIRST_SIGN = new Map<string, Named[]>();
for (const place of NAMED) {
  const list = BY_FIRST_SIGN.get(place.own[0]!);
  if (list) list.push(place);
  else BY_FIRST_SIGN.set(place.own[0]!, [place]);
}

/** Places whose name stands somewhere in a text, in the order of the list. */
function mentioned(text: string): readonly Named[] {
  const found = new Set<Named>();
  for (let i = 0; i < text.length; i += 1) {
    for (const place of BY_FIRST_SIGN.get(text[i]!) ?? []) {
      if (text.startsWith(place.own, i)) found.add(place);
    }
  }
  return found.size < 2 ? [...found] : NAMED.filter((place) => found.has(place));
}

/** Where a text names a place; −1 when it does not. A name alone counts only at the beginning. */
function placeIn(text: string, { word, region, own, full }: Named): number {
  const at = text.indexOf(full);
  // The city that a prefecture is governed from has its name.
  const seat = region.path.length === 2 ? text.indexOf(`${own}市`) : -1;
  if (at >= 0 || seat >= 0) return at >= 0 ? at : seat;
  const people =
    region.path.length === 2 && /自治州|地区/.test(text)
      ? new RegExp(`${own}[^省市区县]{0,12}?(?:自治州|地区)`).exec(text)
      : undefined;
  if (people) return people.index;
  const alone = text.startsWith(word) && !SMALLER.test(text.slice(word.length));
  return alone && !/自治州/.test(text.slice(0, word.length + 12)) ? 0 : -1;
}

/** 中央单位 and 高校 bear the name of the city they stand in, and are not its own. */
const ELSEWHERE = /大学|学院|海关|海事|铁路|民航|出入境|研究院|研究所|分行/;
const NATIONAL = /^(?:国家|中国(?!共产党|共产主义|国民党|民主|致公|农工)|中华|全国|最高人民)/;
const ADMINISTERED = /[省市州盟县区旗]/;

/** Whether a name is that of a unit that belongs to no place: it names a city without 市 at most. */
function isOfNoPlace(name: string): boolean {
  const unit = name.replace(/20\d{2}.*$/, '');
  if (/^国家/.test(unit)) return true;
  const words = unit.replace(/自治区|市场|地区|区域|社区/g, '');
  return (NATIONAL.test(unit) || ELSEWHERE.test(unit)) && !ADMINISTERED.test(words);
}

/** 地区识别: the region that a department's name or a title mentions first, as exactly as it does. */
export function regionIn(text: string): Division | undefined {
  const plain = text.replace(/\s/g, '');
  if (isOfNoPlace(plain)) return undefined;
  const named = mentioned(plain)
    .map((place) => ({ region: place.region, at: placeIn(plain, place) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.region.path.length - a.region.path.length);
  const province = named[0]?.region.path[0];
  const inside = named.filter(({ region }) => region.path[0] === province);
  return inside.find(({ region }) => region.path.length === 2)?.region ?? named[0]?.region;
}

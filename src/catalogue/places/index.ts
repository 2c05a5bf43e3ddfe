// 各地: every place that declares something of its own. A new place is a file beside these and a line here.
import type { Place } from './place.ts';
import { SHANGHAI } from './上海.ts';
import { YUNNAN } from './云南.ts';
import { INNER_MONGOLIA } from './内蒙古.ts';
import { BEIJING } from './北京.ts';
import { SICHUAN } from './四川.ts';
import { SHANDONG } from './山东.ts';
import { GUANGDONG } from './广东.ts';
import { GUANGXI } from './广西.ts';
import { XINJIANG } from './新疆.ts';
import { JIANGSU } from './江苏.ts';
import { ZHEJIANG } from './浙江.ts';
import { HUBEI } from './湖北.ts';
import { HUNAN } from './湖南.ts';
import { GANSU } from './甘肃.ts';
import { CHONGQING } from './重庆.ts';
import { SHAANXI } from './陕西.ts';

const PLACES: readonly Place[] = [
  SICHUAN,
  GUANGXI,
  HUBEI,
  HUNAN,
  SHANGHAI,
  GUANGDONG,
  SHAANXI,
  YUNNAN,
  BEIJING,
  GANSU,
  ZHEJIANG,
  XINJIANG,
  CHONGQING,
  INNER_MONGOLIA,
  JIANGSU,
  SHANDONG,
];

/** What all places declare of one kind. */
export const ofPlaces = <K extends keyof Place>(kind: K): NonNullable<Place[K]>[number][] =>
  PLACES.flatMap((own) => [...((own[kind] ?? []) as NonNullable<Place[K]>[number][])]);

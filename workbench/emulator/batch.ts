// The messages of Office.js as they stand on the wire. Knows no Excel.
import { WireError, type WireObject } from './wire.ts';

type References = (number | References)[];
interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: References;
}
/** 对象路径. */
export interface ObjectPathInfo {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}
/** 读取要求. */
export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}
/** 动作. */
export interface ActionInfo {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Record<string, unknown>;
}
/** 批请求 of one `context.sync()`. */
export interface BatchRequest {
  readonly Actions: readonly ActionInfo[];
  readonly ObjectPaths: Record<string, ObjectPathInfo>;
}
/** 批应答. */
export interface BatchResponse {
  readonly Results: { ActionId: number; Value: unknown }[];
  readonly TraceIds: number[];
  Error?: {
    Code: string;
    Message: string;
    Location: string;
    ActionIndex: number;
    HttpStatusCode: number;
  };
}

export const PATH = {
  root: 1,
  service: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
} as const;
export const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  update: 9,
} as const;
export const READS = new Set<number>([ACTION.query, ACTION.recursiveQuery, ACTION.queryAsJson]);

/** The object a path of the request leads to. */
export type Resolve = (id: number) => WireObject;

export function argumentsOf(info: ArgumentInfo | undefined, resolve: Resolve): unknown[] {
  const replace = (values: readonly unknown[], references?: References): unknown[] =>
    values.map((value, i) => {
      const reference = references?.[i];
      if (Array.isArray(reference)) return replace(value as unknown[], reference);
      return reference ? resolve(reference) : value;
    });
  return replace(info?.Arguments ?? [], info?.ReferencedObjectPathIds);
}

export function describe(
  trouble: unknown,
  action: ActionInfo,
  request: BatchRequest,
  index: number,
): NonNullable<BatchResponse['Error']> {
  const known =
    trouble instanceof WireError
      ? trouble
      : new WireError('GeneralException', `emulated host: ${(trouble as Error).stack}`, 500);
  return {
    Code: known.code,
    Message: known.message,
    Location: action.Name || (request.ObjectPaths[String(action.ObjectPathId)]?.Name ?? ''),
    ActionIndex: index,
    HttpStatusCode: known.status,
  };
}

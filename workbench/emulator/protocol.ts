// The batch format of Office.js: object paths, actions, answers. Looks members up by name and
// knows nothing about Excel; waits for the formula engine before it reads.
import {
  ACTION,
  type ActionInfo,
  argumentsOf,
  type BatchRequest,
  type BatchResponse,
  describe,
  type ObjectPathInfo,
  PATH,
  type QueryInfo,
  READS,
  type Resolve,
} from './batch.ts';
import { member, NULL_OBJECT, readable, WireError, WireObject } from './wire.ts';

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
/** Throws when the claimed Excel is older than a member. */
export type Gate = (typeName: string, memberName: string, how?: string) => void;

export class Batches {
  readonly #kept = new Map<string, WireObject>();
  readonly #ids = new WeakMap<WireObject, string>();
  #nextReference = 1;
  /** Every member used over the wire and how often: `Range.Values#set`. */
  readonly used = new Map<string, number>();
  /** True while an action of the add-in runs, so that a change event knows who made it. */
  acting = false;
  gate: Gate = () => undefined;

  constructor(
    readonly root: WireObject,
    readonly services: Readonly<Record<string, WireObject>>,
    readonly settle: () => Promise<void> | undefined,
  ) {}

  get liveReferences(): number {
    return this.#kept.size;
  }
  forget(id: string): void {
    this.#kept.delete(id);
  }
  forgetAll(): void {
    this.#kept.clear();
  }
  byReference(id: string): WireObject | undefined {
    return this.#kept.get(id);
  }
  keep(object: WireObject): string {
    const id = this.#ids.get(object) ?? `ref${this.#nextReference++}`;
    this.#ids.set(object, id);
    this.#kept.set(id, object);
    return id;
  }

  async process(request: BatchRequest): Promise<BatchResponse> {
    const response: BatchResponse = { Results: [], TraceIds: [] };
    const known = new Map<number, WireObject>();
    const resolve: Resolve = (id) => {
      const hit = known.get(id);
      if (hit) return hit;
      const path = request.ObjectPaths[String(id)];
      if (!path)
        throw new WireError('InvalidObjectPath', `object path ${id} is not in the request`);
      const object = this.#resolve(path, resolve);
      known.set(id, object);
      return object;
    };
    for (const [index, action] of request.Actions.entries()) {
      try {
        const Value = await this.#perform(action, resolve);
        if (action.ActionType === ACTION.trace) response.TraceIds.push(action.Id);
        response.Results.push({ ActionId: action.Id, Value });
      } catch (trouble) {
        response.Error = describe(trouble, action, request, index);
        break;
      }
    }
    return response;
  }

  async #perform(action: ActionInfo, resolve: Resolve): Promise<unknown> {
    // A trace needs a result of its own, or adding an event handler never completes.
    if (action.ActionType === ACTION.trace) return null;
    const pending = READS.has(action.ActionType) ? this.settle() : undefined;
    if (pending) await pending;
    this.acting = true;
    try {
      return this.#act(action, resolve(action.ObjectPathId), resolve);
    } finally {
      this.acting = false;
    }
  }

  #resolve(path: ObjectPathInfo, resolve: Resolve): WireObject {
    if (path.ObjectPathType === PATH.root) return this.root;
    if (path.ObjectPathType === PATH.service) {
      const service = this.services[path.Name];
      if (!service) throw WireError.missing(`service ${path.Name}`);
      return service;
    }
    if (path.ObjectPathType === PATH.reference) {
      const kept = this.#kept.get(path.Name);
      if (!kept)
        throw new WireError('InvalidReference', `This reference is not valid. ${path.Name}`);
      return kept;
    }
    const parent = resolve(path.ParentObjectPathId!);
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    const given = argumentsOf(path.ArgumentInfo, resolve);
    if (path.ObjectPathType === PATH.indexer) {
      if (!parent.indexer) throw WireError.missing(`${parent.typeName}[]`);
      const found = parent.indexer(given[0]);
      if (!found) throw WireError.notFound(String(given[0]));
      return found;
    }
    const value =
      path.ObjectPathType === PATH.property
        ? this.#get(parent, path.Name)
        : this.#call(parent, path.Name, given);
    if (value === null || value === undefined) return NULL_OBJECT;
    if (value instanceof WireObject) return value;
    throw WireError.missing(`${parent.typeName}.${path.Name} as an object`);
  }

  #act(action: ActionInfo, object: WireObject, resolve: Resolve): unknown {
    const isNull = object === NULL_OBJECT;
    switch (action.ActionType) {
      case ACTION.instantiate:
        return isNull ? null : { ...object.identity, ...this.#referenceOf(object) };
      case ACTION.query:
      case ACTION.queryAsJson:
        return isNull ? null : this.#query(object, action.QueryInfo ?? {});
      case ACTION.method:
        if (action.Name === '_KeepReference') {
          if (!isNull) this.keep(object);
          return null;
        }
        if (isNull) return { _IsNull: true };
        return this.#call(object, action.Name, argumentsOf(action.ArgumentInfo, resolve)) ?? null;
      case ACTION.setProperty:
        if (isNull) throw new WireError('InvalidOperation', 'The object is a null object');
        this.#set(object, action.Name, argumentsOf(action.ArgumentInfo, resolve)[0]);
        return null;
      case ACTION.update:
        for (const [key, value] of Object.entries(action.ObjectState ?? {})) {
          this.#set(object, pascal(key), value);
        }
        return null;
      default:
        throw WireError.missing(`action type ${action.ActionType}`);
    }
  }

  #referenceOf(object: WireObject): Record<string, unknown> {
    const id = this.#ids.get(object);
    return id && this.#kept.has(id) ? { _ReferenceId: id } : {};
  }
  #note(object: WireObject, name: string, how: string): void {
    this.gate(object.typeName, name, how);
    const key = `${object.typeName}.${name}${how}`;
    this.used.set(key, (this.used.get(key) ?? 0) + 1);
  }
  #get(object: WireObject, name: string): unknown {
    const found = member(object, name);
    if (!found?.get) throw WireError.missing(`${object.typeName}.${name}`);
    this.#note(object, name, '');
    return found.get.call(object);
  }
  #set(object: WireObject, name: string, value: unknown): void {
    const found = member(object, name);
    if (found?.set) {
      this.#note(object, name, '#set');
      found.set.call(object, value);
      return;
    }
    const nested = found?.get?.call(object);
    if (!(nested instanceof WireObject) || typeof value !== 'object' || value === null) {
      throw WireError.missing(`set ${object.typeName}.${name}`);
    }
    for (const [key, inner] of Object.entries(value)) this.#set(nested, pascal(key), inner);
  }
  #call(object: WireObject, name: string, given: readonly unknown[]): unknown {
    const found = member(object, name)?.value as unknown;
    if (typeof found !== 'function') throw WireError.missing(`${object.typeName}.${name}()`);
    this.#note(object, name, '()');
    return found.apply(object, given) as unknown;
  }

  #query(object: WireObject, query: QueryInfo): unknown {
    const items = object.items?.();
    if (!items) return this.#fields(object, query);
    const from = query.Skip ?? 0;
    const own: Record<string, unknown> = {};
    const select = query.Select?.filter((path) => {
      const name = pascal(path);
      if (!member(object, name)?.get) return true;
      own[name] = this.#get(object, name);
      return false;
    });
    const inner = {
      ...(select && { Select: select }),
      ...(query.Expand && { Expand: query.Expand }),
    };
    return {
      ...own,
      _Items: items
        .slice(from, query.Top === undefined ? undefined : from + query.Top)
        .map((item) => ({ ...item.identity, ...(this.#query(item, inner) as object) })),
    };
  }

  #fields(object: WireObject, query: QueryInfo): Record<string, unknown> {
    const fields = { ...object.identity, ...this.#referenceOf(object) };
    const nested = new Map<string, string[]>();
    const descend = (name: string, path: string): void => {
      nested.set(name, [...(nested.get(name) ?? []), path]);
    };
    const all = (): void => {
      for (const name of readable(object)) {
        const value = member(object, name)!.get!.call(object) as unknown;
        if (!(value instanceof WireObject)) fields[name] = value ?? null;
      }
    };
    if (!query.Select?.length) all();
    for (const path of query.Select ?? []) {
      const [head, ...rest] = path.split('/');
      if (head === '*' || head === '') all();
      else if (rest.length > 0) descend(pascal(head!), rest.join('/'));
      else {
        const value = this.#get(object, pascal(head!));
        if (value instanceof WireObject) descend(pascal(head!), '*');
        else fields[pascal(head!)] = value ?? null;
      }
    }
    for (const path of query.Expand ?? []) {
      const [head, ...rest] = path.split('/');
      descend(pascal(head!), rest.join('/') || '*');
    }
    for (const [name, Select] of nested) {
      const value = this.#get(object, name);
      const there = value instanceof WireObject && value !== NULL_OBJECT;
      fields[name] = there ? this.#query(value, { Select }) : null;
    }
    return fields;
  }
}

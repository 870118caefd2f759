import { describe, expectTypeOf, it } from 'vitest';
import type {
  Approval,
  ApprovalRequested,
  operations as OpenTrainOperations,
} from '../../generated/opentrain/types.ts';
import type { operations as TrainAROperations } from '../../generated/trainar/types.ts';
import type { ApiPromise, Page } from '../../src/core/public.ts';
import type { ApprovalRequest, OpenTrain } from '../../src/opentrain/index.ts';
import type { TrainAR } from '../../src/trainar/index.ts';

type Success = 200 | 201 | 202;

/** What the spec promises: the JSON of an operation's successes. */
type Wire<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses & Success]: Json<Responses[Status]>;
    }[keyof Responses & Success]
  : never;

/** The JSON body that the spec takes. */
type SentBody<Operation> = Operation extends { requestBody?: infer Body } ? Json<Body> : never;
type Json<Content> = Content extends { content: { 'application/json': infer Value } }
  ? Value
  : never;

/** The client's method of an operation, found by its name. */
type Method<Client, Id> = Id extends `${infer Resource}.${infer Name}`
  ? Resource extends keyof Client
    ? Name extends keyof Client[Resource]
      ? Client[Resource][Name]
      : never
    : never
  : never;

type Arguments<Call> = Call extends (...args: infer Args) => unknown ? Args[number] : never;

/** What a call resolves to, with what the client makes of the wire taken back to it. */
type Answer<Call> = Call extends (...args: never) => PromiseLike<infer Result>
  ? Result extends Page<infer _, infer Body>
    ? Body
    : Result extends ApprovalRequest<infer _>
      ? ApprovalRequested
      : Result
  : never;

type ItemOf<Call> = Call extends (...args: never) => PromiseLike<Page<infer Item, infer _>>
  ? Item
  : never;

/** The items of a list, found as the only list in its body. */
type WireItem<Body> = Body extends readonly (infer Item)[]
  ? Item
  : { [Key in keyof Body]: Body[Key] extends readonly (infer Item)[] ? Item : never }[keyof Body];

/** The value of an object of one key. */
type Only<T> = T extends object
  ? { [Key in keyof T]-?: [Exclude<keyof T, Key>] extends [never] ? T[Key] : never }[keyof T]
  : never;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type IsAny<T> = 0 extends 1 & T ? true : false;

/** Whether a call's result is the wire's JSON, or the only thing in it. */
type Honest<Call, Sent> = [Call] extends [never]
  ? false
  : IsAny<Answer<Call>> extends true
    ? false
    : Same<Answer<Call>, Sent> extends true
      ? true
      : Same<Answer<Call>, Only<Sent>>;

/** The operations whose method is missing, or says something else than the spec. */
type Drifted<Client, Operations> = {
  [Id in keyof Operations as Honest<Method<Client, Id>, Wire<Operations[Id]>> extends true
    ? never
    : Id]: { said: Answer<Method<Client, Id>>; sent: Wire<Operations[Id]> };
};

/** The lists whose items are not those of the wire. */
type DriftedItems<Client, Operations> = {
  [Id in keyof Operations as [ItemOf<Method<Client, Id>>] extends [never]
    ? never
    : Same<ItemOf<Method<Client, Id>>, WireItem<Wire<Operations[Id]>>> extends true
      ? never
      : Id]: { said: ItemOf<Method<Client, Id>>; sent: WireItem<Wire<Operations[Id]>> };
};

/** The operations whose method does not take the body that the spec takes. */
type DriftedBodies<Client, Operations> = {
  [Id in keyof Operations as [SentBody<Operations[Id]>] extends [Arguments<Method<Client, Id>>]
    ? never
    : Id]: { takes: Arguments<Method<Client, Id>>; sent: SentBody<Operations[Id]> };
};

/** Results that are narrower than the wire on purpose; what they are is tested below. */
type Narrowed = 'approvals.get' | 'updates.poll' | 'messages.list';

describe('every call, by the name of its operation', () => {
  it('resolves to what the spec says', () => {
    ({}) satisfies Drifted<TrainAR, TrainAROperations>;
    ({}) satisfies Omit<Drifted<OpenTrain, OpenTrainOperations>, Narrowed>;
  });

  it('lists what the spec says', () => {
    ({}) satisfies Omit<DriftedItems<TrainAR, TrainAROperations>, 'tasks.list'>;
    ({}) satisfies Omit<DriftedItems<OpenTrain, OpenTrainOperations>, Narrowed>;
  });

  it('takes the bodies that the spec takes', () => {
    ({}) satisfies DriftedBodies<TrainAR, TrainAROperations>;
    ({}) satisfies DriftedBodies<OpenTrain, OpenTrainOperations>;
  });
});

describe('calls that say more than the spec', () => {
  it('agree with it all the same', () => {
    type Item = ItemOf<TrainAR['tasks']['list']>;
    expectTypeOf<Item>().toExtend<WireItem<Wire<TrainAROperations['tasks.list']>>>();
    expectTypeOf<Answer<OpenTrain['approvals']['get']>>().toExtend<Approval>();
    expectTypeOf<Wire<OpenTrainOperations['updates.poll']>>().toExtend<
      Answer<OpenTrain['updates']['poll']>
    >();
    // One operation answers both; which of them, its query decides.
    type Messages = OpenTrain['messages'];
    expectTypeOf<Wire<OpenTrainOperations['messages.list']>>().toEqualTypeOf<
      Answer<Messages['list']> | Answer<Messages['listConversations']>
    >();
  });
});

describe('a client that drifted', () => {
  interface Stale {
    auth: { me(): ApiPromise<{ name: string }> };
    jobs: { get(id: string): ApiPromise<unknown> };
    tokens: { list(): ApiPromise<Page<{ id: number }, { tokens: { id: number }[] }>> };
    proposals: { hire(id: string, body: { amount: number }): ApiPromise<string> };
  }
  type Some = Pick<OpenTrainOperations, 'auth.me' | 'jobs.get' | 'tokens.list' | 'proposals.hire'>;

  it('is caught by name', () => {
    expectTypeOf<keyof Drifted<Stale, Some>>().toEqualTypeOf<keyof Some>();
    expectTypeOf<keyof DriftedItems<Stale, Some>>().toEqualTypeOf<'tokens.list'>();
    expectTypeOf<keyof DriftedBodies<Stale, Some>>().toEqualTypeOf<'proposals.hire'>();
    // @ts-expect-error: as it is for the real clients, above
    ({}) satisfies Drifted<Stale, Some>;
  });

  it('is caught when a method is missing', () => {
    expectTypeOf<keyof Drifted<object, Some>>().toEqualTypeOf<keyof Some>();
  });
});

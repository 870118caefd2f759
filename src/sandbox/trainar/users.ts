import type { User, UserInvite } from '../../../generated/trainar/types.ts';
import { type Handler, reply } from '../kernel/handler.ts';
import { invalid, Refusal } from '../kernel/refusal.ts';
import type { UserRow } from './tables.ts';
import { listBody, type TrainARActor, type World } from './world.ts';

/** `users.*` */
export function userHandlers(world: World) {
  const list: Handler<TrainARActor> = ({ actor, query }) => {
    const limit = query.integer('limit');
    const { rows } = world.tables.users.page({ index: 'tenant', key: actor.tenantId, limit });
    return reply(200, listBody(world, actor.tenantId, 'users', rows.map(present)));
  };

  const invite: Handler<TrainARActor, UserInvite> = ({ actor, body }) => {
    const user = addUser(world, actor.tenantId, {
      email: body.email,
      fullName: body.full_name,
      roles: [...body.roles],
    });
    return reply(201, present(user));
  };

  return { 'users.list': list, 'users.invite': invite };
}

/** Adds a dashboard user. An address can be used once in a tenant (inferred). */
export function addUser(
  { kernel, tables }: World,
  tenantId: string,
  user: Pick<UserRow, 'email' | 'fullName' | 'roles'>,
): Readonly<UserRow> {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(user.email)) {
    throw invalid('body', ['email'], 'Not an e-mail address');
  }
  if (tables.users.first('email', `${tenantId}|${user.email.toLowerCase()}`)) {
    throw new Refusal(409, 'CONFLICT', 'This address already belongs to a user of the tenant.');
  }
  const id = kernel.random.stream('trainar.users').uuid();
  return tables.users.insert({ id, tenantId, ...user, active: true });
}

function present(user: Readonly<UserRow>): User {
  return {
    id: user.id,
    email: user.email,
    full_name: user.fullName,
    roles: user.roles,
    is_active: user.active,
  };
}

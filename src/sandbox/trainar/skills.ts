import type { SkillExecute } from '../../../generated/trainar/types.ts';
import { type Handler, reply } from '../kernel/handler.ts';
import { Refusal } from '../kernel/refusal.ts';
import { fire } from './events.ts';
import type { SkillRow } from './tables.ts';
import { own, type TrainARActor, type World } from './world.ts';

type Context = NonNullable<SkillExecute['session_context']>;

type Outcome = { success: true; result: unknown } | { success: false; error: string };

/** `skills.execute` */
export function skillHandlers(world: World) {
  const execute: Handler<TrainARActor, SkillExecute> = async ({ actor, body }) => {
    const skill = own(world.tables.skills, 'skill', body.skill_id, actor.tenantId);
    if (!skill.enabled) throw new Refusal(404, 'NOT_FOUND', `The skill ${skill.name} is off.`);
    const context = sessionContext(world, actor.tenantId, body.session_context);
    const { generation } = world.kernel;
    const outcome = await run(world, skill, body.arguments, context);
    // What the sandbox went back to has not seen this skill run.
    if (world.kernel.generation !== generation) return reply(200, outcome);
    fire(world, actor.tenantId, 'skill.executed', {
      skill_id: skill.id,
      skill_name: skill.name,
      success: outcome.success,
      error: outcome.success ? null : outcome.error,
      session_id: null,
      seat_id: context.seat_id ?? null,
      user_id: context.user_id ?? null,
      executed_at: world.kernel.clock.iso(),
    });
    return reply(200, outcome);
  };

  return { 'skills.execute': execute };
}

/** The given context, or the tenant's first active and assigned seat. An empty one counts as none. */
function sessionContext(
  { tables }: World,
  tenantId: string,
  given: Context | undefined | null,
): Context {
  if (given && Object.keys(given).length > 0) return given;
  for (const seat of tables.seats.walk('tenant', tenantId)) {
    if (!seat.active || seat.userId === null) continue;
    return { customer_id: tenantId, seat_id: seat.id, user_id: seat.userId, role: seat.role };
  }
  throw new Refusal(400, 'NO_ACTIVE_SEAT', 'No active seat is assigned to anybody.');
}

/** Calls the skill's own webhook, where it has one. */
async function run(
  { kernel }: World,
  skill: Readonly<SkillRow>,
  args: unknown,
  session_context: Context,
): Promise<Outcome> {
  if (skill.webhookUrl === null) return { success: true, result: skill.answer };
  try {
    const response = await kernel.deliver(skill.webhookUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ skill: skill.name, arguments: args, session_context }),
      signal: AbortSignal.timeout(skill.timeoutMs),
    });
    const text = await response.text();
    if (!response.ok) return { success: false, error: `The skill answered ${response.status}.` };
    return { success: true, result: text === '' ? null : JSON.parse(text) };
  } catch (error) {
    return { success: false, error: error instanceof Error ? error.name : 'The skill failed.' };
  }
}

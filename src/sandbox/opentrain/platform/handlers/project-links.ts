import type { ProjectLinkCreate } from '../../../../../generated/platform/types.ts';
import { type Call, type Handler, reply } from '../../../kernel/handler.ts';
import { notFound } from '../../refusals.ts';
import type { PlatformActor } from '../actor.ts';
import { type LinkRow, linkView } from '../links.ts';
import type { Partners } from '../partners.ts';

/** Links between projects and jobs. */
export function projectLinkHandlers(partners: Partners) {
  const { links, events, market } = partners;

  const own = ({ actor, params: { linkId = '' } }: Call<PlatformActor>): LinkRow =>
    ownLink(partners, actor, linkId);

  const tell = (actor: PlatformActor, type: LinkEvent, link: LinkRow) =>
    events.emit(actor.install, type, {
      resourceId: link.id,
      jobId: link.jobId,
      data: { projectLink: linkView(link) },
    });

  return {
    'projectLinks.create': ({ actor, body }: Call<PlatformActor, ProjectLinkCreate>) => {
      const { jobId = null } = body;
      if (jobId !== null && market.jobs.get(jobId)?.accountId !== actor.install.accountId) {
        throw notFound('jobs', 'jobId', jobId, 'job');
      }
      const link = links.create({
        installId: actor.install.id,
        jobId,
        externalProjectId: body.externalProjectId,
        externalProjectName: body.externalProjectName ?? null,
        externalProjectUrl: body.externalProjectUrl ?? null,
        provisioningMode: body.provisioningMode ?? 'PARTNER_WEBHOOK',
      });
      tell(actor, 'project_link.created', link);
      const status = market.kernel.limit('platform.createStatus', 201);
      return reply(status, { projectLink: linkView(link) });
    },

    'projectLinks.list': ({ actor }) =>
      reply(200, { projectLinks: links.list(actor.install.id).map(linkView) }),

    'projectLinks.get': (call) => reply(200, { projectLink: linkView(own(call)) }),

    'projectLinks.delete': (call) => {
      const link = own(call);
      links.delete(link.id);
      tell(call.actor, 'project_link.removed', link);
      return reply(200, { projectLink: linkView(link), deleted: true });
    },
  } satisfies Record<string, Handler<PlatformActor>>;
}

type LinkEvent = 'project_link.created' | 'project_link.removed';

/** @throws Refusal 404, for a link of another install too. */
export function ownLink({ links }: Partners, { install }: PlatformActor, linkId: string): LinkRow {
  const link = links.get(linkId);
  if (link?.installId === install.id) return link;
  throw notFound('project-links', 'linkId', linkId, 'project link');
}

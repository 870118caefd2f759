import { type Application, type Reflection, StructureRouter } from 'typedoc';
import { isContract } from './generated.ts';

/** Addresses that say what is there: a text has that of its file, a name of the API its import and itself. */
class SiteRouter extends StructureRouter {
  override getIdealBaseName(reflection: Reflection): string {
    if (reflection.isDocument()) return String(reflection.frontmatter.path);
    const path = super.getIdealBaseName(reflection);
    // In one folder, some names would differ in case alone: that of a client and its import's, `webhooks` and `Webhooks`.
    const apart = isContract(reflection) ? path.replace(/\w+$/, 'contract/$&') : path;
    return `api/${importOf(reflection).includes('/') ? apart.replace(/^\w+\//, '') : apart}`;
  }
}

/** What one types to import it. */
function importOf(reflection: Reflection): string {
  const { parent } = reflection;
  return parent === undefined || parent.isProject() ? reflection.name : importOf(parent);
}

/** Makes `router: 'site'` work. */
export function addRouter(app: Application): void {
  app.renderer.defineRouter('site', SiteRouter);
}

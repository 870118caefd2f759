import {
  type Application,
  Comment,
  CommentTag,
  Converter,
  type DeclarationReflection,
  type ProjectReflection,
  type SignatureReflection,
} from 'typedoc';
import { operations as opentrain } from '../../generated/opentrain/operations.ts';
import { operations as platform } from '../../generated/platform/operations.ts';
import { operations as trainar } from '../../generated/trainar/operations.ts';
import { needsOf } from '../../spec/generate/needs.ts';
import type { Operation } from '../../src/core/operation.ts';
import { setEvidence } from './evidence.ts';

const clients: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  OpenTrain: opentrain,
  TrainAR: trainar,
  OpenTrainPlatform: platform,
};

/** Says of each method of a client which request it makes, what that needs, and how it is known. */
export function showOperations(app: Application): void {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    for (const [client, operations] of Object.entries(clients)) {
      for (const operation of Object.values(operations)) {
        for (const call of operation.clientMethods ?? [operation.id]) {
          for (const signature of signaturesOf(project, client, call)) show(signature, operation);
        }
      }
    }
  });
}

/** @throws Error when the documentation has no such method: then nothing could be said of it. */
function signaturesOf(
  project: ProjectReflection,
  client: string,
  call: string,
): readonly SignatureReflection[] {
  const [resource = '', method = ''] = call.split('.');
  const entry = project.children?.find(({ name }) => name === 'trainyard');
  const property = entry?.getChildByName([client, resource]) as DeclarationReflection | undefined;
  const type = property?.type;
  const target = type?.type === 'reference' ? type.reflection : undefined;
  const found = target?.getChildByName([method]) as DeclarationReflection | undefined;
  if (!found?.signatures) throw new Error(`The documentation has no ${client}.${call}`);
  return found.signatures;
}

function show(signature: SignatureReflection, operation: Operation): void {
  signature.comment ??= new Comment();
  const { method, path, cosigned } = operation;
  const facts = [
    `\`${method} ${path}\``,
    `needs ${needsOf(operation)}`,
    ...(cosigned === undefined ? [] : [`a human confirms: \`${cosigned}\``]),
  ];
  signature.comment.blockTags.push(
    new CommentTag('@request', [{ kind: 'text', text: facts.join('; ') }]),
  );
  if (operation.evidence) setEvidence(signature.comment, operation.evidence);
}

import { type Application, Converter, ReflectionKind } from 'typedoc';

/** A parameter that is taken apart where it is declared has no name to be shown by. */
export function nameOptions(app: Application): void {
  app.converter.on(Converter.EVENT_END, ({ project }) => {
    for (const parameter of project.getReflectionsByKind(ReflectionKind.Parameter)) {
      if (parameter.name === '__namedParameters') parameter.name = 'options';
    }
  });
}

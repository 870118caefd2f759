import type { GetPromptResult, Server } from '@modelcontextprotocol/server';
import { pixel } from './fixture-media.ts';

type Content = GetPromptResult['messages'][number]['content'];
type Args = Readonly<Record<string, string>>;

const text = (text: string): Content => ({ type: 'text', text });

const prompts: Readonly<Record<string, { args: string[]; make(args: Args): Content[] }>> = {
  test_simple_prompt: { args: [], make: () => [text('This is a simple prompt for testing.')] },
  test_prompt_with_arguments: {
    args: ['arg1', 'arg2'],
    make: ({ arg1, arg2 }) => [text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)],
  },
  test_prompt_with_embedded_resource: {
    args: ['resourceUri'],
    make: ({ resourceUri = '' }) => [
      {
        type: 'resource',
        resource: {
          uri: resourceUri,
          mimeType: 'text/plain',
          text: 'Embedded resource content for testing.',
        },
      },
      text('Please process the embedded resource above.'),
    ],
  },
  test_prompt_with_image: {
    args: [],
    make: () => [
      { type: 'image', data: pixel, mimeType: 'image/png' },
      text('Please analyze the image above.'),
    ],
  },
};

export function addFixturePrompts(server: Server): void {
  server.setRequestHandler('prompts/list', () => ({
    prompts: Object.entries(prompts).map(([name, { args }]) => ({
      name,
      description: `Fixture ${name}`,
      arguments: args.map((name) => ({ name, required: true })),
    })),
  }));
  server.setRequestHandler('prompts/get', ({ params: { name, arguments: args = {} } }) => ({
    messages: (prompts[name]?.make(args) ?? []).map((content) => ({ role: 'user', content })),
  }));
}

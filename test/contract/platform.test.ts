import { describeContract } from './kit/suite.ts';
import { scenarios } from './platform/scenarios.ts';
import { platform } from './platform/world.ts';

await describeContract(platform, scenarios);

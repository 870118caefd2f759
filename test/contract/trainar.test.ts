import { describeContract } from './kit/suite.ts';
import { scenarios } from './trainar/scenarios.ts';
import { trainar } from './trainar/world.ts';

await describeContract(trainar, scenarios);

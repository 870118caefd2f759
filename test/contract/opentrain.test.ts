import { describeContract } from './kit/suite.ts';
import { scenarios } from './opentrain/scenarios.ts';
import { opentrain } from './opentrain/world.ts';

await describeContract(opentrain, scenarios);
